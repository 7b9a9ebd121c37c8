import type { Store } from '../../../store/store'
import type { PersonDocument } from '../../../types/documents/people'

type Named = { readonly at?: string; readonly estateId?: string; readonly surveyId?: string }
type Caller = { readonly store: Store; readonly personId: string; readonly openid: string }

/**
 * 访客: who belongs to no town yet, on a page somebody has shared. A person of nothing in the town of what the link names; stands in no document. Who belongs
 * to a town is never a visitor, so that nobody reads across towns. Null where nothing is named that there is.
 */
export async function visitorOf({ store, personId, openid }: Caller, { at, estateId = at, surveyId }: Named): Promise<PersonDocument | null> {
  const named = estateId !== undefined ? await store.get('estates', estateId) : surveyId !== undefined ? await store.get('surveys', surveyId) : null
  return named && { _id: personId, townId: named.townId, openid, name: '', grants: [], staff: false, estateId: null }
}

import type { Actions } from '../../../types/api'
import { standsBack } from '@/domainViews/standsBack'

export type Summary = Actions['readSurveys']['reply']['surveys'][number]

/** My estates' first: where I live, manage, or am bound to a household; the others by name, in the same order on every phone (`localeCompare` is not; decision 0035). */
export function orderSurveys(surveys: readonly Summary[], me: Actions['whoAmI']['reply'] | undefined): { readonly mine: readonly Summary[]; readonly others: readonly Summary[] } {
  const own = new Set([me?.person?.estateId, ...(me?.person?.grants ?? []).map((grant) => ('estateId' in grant ? grant.estateId : null)), ...(me?.households ?? []).map(({ estateId }) => estateId)])
  const sorted = [...surveys].sort((a, b) => (a.estateName < b.estateName ? -1 : 1))
  const isMine = ({ estateId, mine }: Summary) => own.has(estateId) || mine.length > 0
  return { mine: sorted.filter(isMine), others: sorted.filter((survey) => !isMine(survey)) }
}

/** Whether somebody's household is asked, or may be once it is bound. Who manages an estate is asked only for a household of the own. */
export const isAsked = ({ estateId, mine }: Summary, me: Actions['whoAmI']['reply'] | undefined): boolean =>
  mine.length > 0 ? mine.some(({ standing }) => standing === 'open') : me !== undefined && !standsBack(me, estateId)

import { withoutMember } from '../domain/household/members'
import type { CollectionName, Collections } from './collections'
import type { Query } from './database'
import type { Store } from './store'

/** Stands where somebody was, in a code that was issued or spent. */
export const NOBODY = 'nobody'

type Tie<Name extends CollectionName> = {
  readonly name: Name
  readonly where: (personId: string) => Query['where']
  /** The document without the person; null: there is nothing left of it. */
  readonly without: (document: Collections[Name], personId: string) => Collections[Name] | null
}
/** Each kind of tie, undone one document at a time. */
const untied = <Name extends CollectionName>({ name, where, without }: Tie<Name>) =>
  async (store: Store, personId: string, limit: number): Promise<number> => {
    const found = await store.find(name, { where: where(personId), limit })
    for (const { _id } of found)
      await store.transaction(async (transaction) => {
        const document = await transaction.get(name, _id)
        const rest = document && without(document, personId)
        if (rest) await transaction.set(name, rest)
        else if (document) await transaction.remove(name, _id)
      })
    return found.length
  }

const own = (personId: string) => ({ personId })
const itself = (personId: string) => ({ _id: personId })
const TIES = [
  untied({ name: 'reports', where: own, without: (report) => ({ ...report, personId: null, forHouseholdId: null, forgetAt: null }) }),
  untied({ name: 'households', where: (personId) => ({ 'members.personId': personId }), without: (household, personId) => ({ ...household, members: withoutMember(household.members, personId) }) }),
  untied({ name: 'householdCodes', where: (spentBy) => ({ spentBy }), without: (code) => ({ ...code, spentBy: NOBODY }) }),
  // An invitation by somebody who is gone is worth nothing (`codeStanding`).
  untied({ name: 'householdCodes', where: (issuedBy) => ({ issuedBy }), without: (code) => ({ ...code, issuedBy: NOBODY }) }),
  untied({ name: 'slipRuns', where: (by) => ({ by }), without: () => null }),
  untied({ name: 'photoChecks', where: own, without: (check) => ({ ...check, personId: null }) }),
  untied({ name: 'unmaskings', where: own, without: (unmasking) => ({ ...unmasking, personId: null }) }),
  ...(['notices', 'quotas', 'consents'] as const).map((name) => untied({ name, where: own, without: () => null })),
  untied({ name: 'phoneProofs', where: itself, without: () => null }),
]

/**
 * 删除个人数据: undoes every tie, at most so many documents in one run, and the person last, so that who is not finished is found again. Cases keep their
 * reports, so that what was counted stays counted.
 * @returns whether nothing is left
 */
export async function erasePerson(store: Store, personId: string, documentsMax: number): Promise<boolean> {
  let left = documentsMax
  for (const untie of TIES) {
    left -= await untie(store, personId, left)
    if (left <= 0) return false
  }
  await store.remove('people', personId)
  return true
}

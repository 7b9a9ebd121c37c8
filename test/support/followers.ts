import type { ReportDocument } from '../../types/documents/cases'
import { personId, TOWN_ID, type Town } from './town'

export const follower = (index: number): string => `follower-${String(index).padStart(4, '0')}`

/** So many people of the estate who joined the case, as their joining leaves it; their words stand nowhere. */
export async function followed(town: Town, caseId: string, count: number): Promise<void> {
  const people = Array.from({ length: count }, (_, index) => ({ _id: personId(follower(index)), townId: TOWN_ID, openid: follower(index), name: '居民', grants: [], staff: false, estateId: 'jinxiu' }))
  const reports = people.map(({ _id }): ReportDocument => ({ _id: `r-of-${_id}`, townId: TOWN_ID, caseId, personId: _id, at: town.now(), forgetAt: null, first: false, forHouseholdId: null, rating: null, word: null, remarks: 0 }))
  town.engine.insert('people', people)
  town.engine.insert('reports', reports)
  await town.store.set('cases', { ...town.one('cases', caseId), followers: town.one('cases', caseId).followers + count })
}

import { caseFromEvents, type CaseState } from '../../../../domain/case/caseState'
import type { CaseEvent } from '../../../../domain/case/events'
import { placeGroup } from '../../../../domain/case/place'
import { countReports, findingsOfCount, findingsOfMonth, isSameProblem, OPEN_STATES, type Problem } from '../../../../domain/case/recurrence'
import { CASE_STATES } from '../../../../domain/case/transitions'
import type { StoreTransaction, Store } from '../../../../store/store'
import type { CaseDocument } from '../../../../types/documents/cases'
import type { TownCall } from '../../context'

/** Far more than one item of one estate sees in the months that can matter. */
const LOOK_BACK = 200
export type Known = { readonly document: CaseDocument; readonly case_: CaseState }

/** What was refused or withdrawn counts nowhere and takes no further report: however much of it there is, it hides nothing. */
const MATTERING = CASE_STATES.filter((state) => state !== 'refused' && state !== 'withdrawn')

/** Cases of the same problem, newest first. */
export async function casesOfProblem(store: Store, townId: string, problem: Problem): Promise<readonly Known[]> {
  const documents = await store.find('cases', { where: { estateId: problem.estateId, categoryCode: problem.categoryCode, state: { in: MATTERING } }, orderBy: [['createdAt', 'desc']], limit: LOOK_BACK })
  return documents
    .filter((document) => document.townId === townId)
    .map((document) => ({ document, case_: caseFromEvents(document.events) }))
    .filter(({ case_ }) => isSameProblem(case_, problem))
}

/** Cases of an estate that are not at their end, newest first. */
export async function openCasesOf(store: Store, townId: string, estateId: string): Promise<readonly Known[]> {
  const documents = await store.find('cases', { where: { townId, estateId, state: { in: OPEN_STATES } }, orderBy: [['createdAt', 'desc']], limit: LOOK_BACK })
  return documents.map((document) => ({ document, case_: caseFromEvents(document.events) }))
}

/**
 * Findings that a counted report makes (反复、重点), as events on the case it came to. The counter is read and written in the same transaction, so that
 * two filings at the same moment cannot both miss the third report: one of them is tried again and sees the other.
 */
export async function proposeByCount(call: TownCall, transaction: StoreTransaction, caseId: string, filed: CaseState, reportAt: number): Promise<readonly CaseEvent[]> {
  const group = placeGroup(filed.place)
  if (filed.categoryCode === null || group === null) return []
  const problem: Problem = { estateId: filed.estateId, categoryCode: filed.categoryCode, place: filed.place }
  const counterId = `problem:${problem.estateId}:${problem.categoryCode}:${group}`
  const counter = await transaction.get('counters', counterId)
  const others = (await casesOfProblem(call.store, call.townId, problem)).filter(({ document }) => document._id !== caseId).map(({ case_ }) => case_)
  const cases = [...others, filed]
  await transaction.set('counters', { _id: counterId, townId: call.townId, value: (counter?.value ?? 0) + 1 })
  const count = countReports(cases, problem, reportAt)
  return findingsOfCount(call.rules.edition, count, findingsOfMonth(cases, problem, reportAt)).map((finding) => ({
    type: 'findingProposed', at: call.now, by: { role: 'clock', person: 'clock' }, finding, reason: `本月第 ${count} 次举报同一问题`, factAt: reportAt,
  }))
}

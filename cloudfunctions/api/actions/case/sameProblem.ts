import { caseFromEvents, type CaseState } from '../../../../domain/case/caseState'
import type { CaseEvent } from '../../../../domain/case/events'
import { placeKeys, placeKind } from '../../../../domain/case/place'
import { countReports, findingsOfCount, findingsOfMonth, isSameProblem, type Problem } from '../../../../domain/case/recurrence'
import type { OpenAs } from '../../../../domain/case/transitions'
import { monthOf, monthStart } from '../../../../domain/time/beijing'
import type { Walk } from '../../../../store/pages'
import type { StoreTransaction } from '../../../../store/store'
import type { CaseDocument } from '../../../../types/documents/cases'
import type { TownCall } from '../../context'

export type Known = { readonly document: CaseDocument; readonly case_: CaseState }
export const known = (document: CaseDocument): Known => ({ document, case_: caseFromEvents(document.events) })

/** By the problem's own index: however much else there is, it hides none of it and is not looked at. */
async function casesOf({ store, townId }: TownCall, problem: Problem, { where, orderBy }: Pick<Walk, 'where'> & Partial<Walk>): Promise<readonly Known[]> {
  const keys = placeKeys(problem.place)
  if (keys.length === 0) return []
  const documents = await store.findAll('cases', { where: { townId, estateId: problem.estateId, categoryCode: problem.categoryCode, placeKey: { in: keys }, ...where }, ...(orderBy && { orderBy }) })
  return documents.map(known).filter(({ case_ }) => isSameProblem(case_, problem))
}

/** Cases of the same problem that a further report joins, newest first. */
export const openCasesOfProblem = (call: TownCall, problem: Problem, as: readonly OpenAs[]): Promise<readonly Known[]> => casesOf(call, problem, { where: { openAs: { in: as } }, orderBy: [['createdAt', 'desc']] })

/** Cases of the same problem that may count in the Beijing month of `at`: all of which something counts then or later. */
export const casesOfMonth = (call: TownCall, problem: Problem, at: number): Promise<readonly Known[]> => casesOf(call, problem, { where: { countsUntil: { gte: monthStart(monthOf(at)) } } })

/**
 * Findings that a counted report makes (反复、重点), as events on the case it came to. The counter is read and written in the same transaction, so that
 * two filings at the same moment cannot both miss the third report: one of them is tried again and sees the other.
 */
export async function proposeByCount(call: TownCall, transaction: StoreTransaction, caseId: string, filed: CaseState, reportAt: number): Promise<readonly CaseEvent[]> {
  const kind = placeKind(filed.place)
  if (filed.categoryCode === null || kind === 'words') return []
  const problem: Problem = { estateId: filed.estateId, categoryCode: filed.categoryCode, place: filed.place }
  const counterId = `problem:${problem.estateId}:${problem.categoryCode}:${kind === 'spot' ? filed.place.spotId : kind}`
  const counter = await transaction.get('counters', counterId)
  const others = (await casesOfMonth(call, problem, reportAt)).filter(({ document }) => document._id !== caseId).map(({ case_ }) => case_)
  const cases = [...others, filed]
  await transaction.set('counters', { _id: counterId, townId: call.townId, value: (counter?.value ?? 0) + 1 })
  const count = countReports(cases, problem, call.rules.calendarOf, reportAt)
  return findingsOfCount(call.rules.editionAt(reportAt), count, findingsOfMonth(cases, problem, reportAt)).map((finding) => ({
    type: 'findingProposed', at: call.now, by: { role: 'clock', person: 'clock' }, finding, reason: `本月第 ${count} 次举报同一问题`, factAt: reportAt,
  }))
}

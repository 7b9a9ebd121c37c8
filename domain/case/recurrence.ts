import type { Edition, FindingKind } from '../rulebook/edition'
import { monthOf } from '../time/beijing'
import { isOverdue } from '../time/overdue'
import type { CaseState, CountedReport } from './caseState'
import { judge, type CalendarOf } from './handling'
import { COUNTED_OF_MONTH_MAX } from './limits'
import { isSamePlace, mayBeSamePlace, type Place } from './place'
import { CASE_STATES, openAs } from './transitions'

/** Open in the sense of 附议: a new report of the same problem joins it. */
export const OPEN_STATES = CASE_STATES.filter((state) => openAs(state) !== null)
export const isOpen = ({ state }: CaseState): boolean => openAs(state) !== null

export type Problem = { readonly estateId: string; readonly categoryCode: string; readonly place: Place }

/** 同一问题: same estate, same item, same place. A case not yet classified is no known problem. */
export const isSameProblem = (case_: CaseState, problem: Problem): boolean =>
  case_.estateId === problem.estateId && case_.categoryCode === problem.categoryCode && isSamePlace(case_.place, problem.place)

/**
 * 可能是同一问题: not the same by the rule, but perhaps in the eyes of a person, who may then join by own judgement: the same item where the places
 * cannot be told apart, or the same place where one side does not know the item.
 */
export function isNearProblem(case_: CaseState, problem: Omit<Problem, 'categoryCode'> & { readonly categoryCode: string | null }): boolean {
  if (case_.estateId !== problem.estateId) return false
  if (case_.categoryCode === null || problem.categoryCode === null) return isSamePlace(case_.place, problem.place)
  return case_.categoryCode === problem.categoryCode && !isSamePlace(case_.place, problem.place) && mayBeSamePlace(case_.place, problem.place)
}

/**
 * 视为一次: whether a report of the same problem that comes at an instant is one with the case. It is while the case waits for the office to file or dispatch it, and
 * until the deadline of the handling run it meets, pauses and legal procedures (挂账) included: whether that run is answered, verified or closed by then moves nothing.
 * @source 方案 四(一)4 (在处置时限内的或按照结案标准正在查处等法律程序中的多次举报视为一次)
 */
export function excuses(case_: CaseState, calendarOf: CalendarOf, at: number): boolean {
  const [first] = case_.reports
  if (first !== undefined && at < first.at) return false
  const met = case_.runs.map(({ startedAt }) => startedAt <= at).lastIndexOf(true)
  if (met < 0) return true
  const deadline = judge(case_, met, case_.runs[met]!, calendarOf)
  // A deadline that lies in a year nobody has a calendar of has not passed.
  return !deadline.ok || deadline.dueAt === null || !isOverdue(deadline.dueAt, at)
}

/** Whether a report that joins an open case counts by itself. */
export const countsByItself = (case_: CaseState, calendarOf: CalendarOf, now: number): boolean => !excuses(case_, calendarOf, now)

/** Whether the case has taken so many counted reports this month that a further one would say nothing new to the law. */
export const isCountFull = ({ reports }: CaseState, now: number): boolean => reports.filter(({ counted, at }) => counted && monthOf(at) === monthOf(now)).length >= COUNTED_OF_MONTH_MAX

/**
 * How many counted reports of the problem fall in the Beijing month of `at`. Only filed cases count; inspections are no reports. Of several cases of one problem, the
 * earlier ones excuse reports of the later as they would have if those had joined them.
 */
export function countReports(cases: readonly CaseState[], problem: Problem, calendarOf: CalendarOf, at: number): number {
  const month = monthOf(at)
  const ofProblem = cases.filter((case_) => case_.filedAt !== null && isSameProblem(case_, problem))
  return ofProblem.flatMap((case_) =>
    case_.reports.filter((report) => report.counted && monthOf(report.at) === month && !ofProblem.some((other) => other !== case_ && isBefore(openedBy(other), report) && excuses(other, calendarOf, report.at))),
  ).length
}

type Said = Pick<CountedReport, 'reportId' | 'at'>
/** What an inspection found has no report: it is before any of its instant. */
const openedBy = ({ reports: [first], filedAt, origin }: CaseState): Said => (origin === 'inspected' || first === undefined ? { reportId: '', at: filedAt ?? Infinity } : first)
/** Of one instant one is the earlier, the same each time it is counted. */
const isBefore = (a: Said, b: Said): boolean => a.at < b.at || (a.at === b.at && a.reportId < b.reportId)

/**
 * 反复 / 重点 that the newest report makes, to be proposed to the office: nothing is proposed twice in a month for the same problem.
 * @param count counted reports of the month, the newest among them
 * @source 方案 四(一)4, 四(一)6; decision D8
 */
export function findingsOfCount(edition: Edition, count: number, already: readonly FindingKind[]): readonly FindingKind[] {
  const isKey = count > edition.recurrence.keyAbove
  const isRecurrent = count >= edition.recurrence.recurrentAt
  const made: FindingKind[] = []
  if (isRecurrent && !(isKey && edition.decisions.keyAndRecurrent === 'keyReplacesRecurrent')) made.push('recurrent')
  if (isKey) made.push('keyProblem')
  return made.filter((kind) => !already.includes(kind))
}

/** Findings of the same problem in the month, dropped ones too: what was weighed once is not proposed again. */
export function findingsOfMonth(cases: readonly CaseState[], problem: Problem, at: number): readonly FindingKind[] {
  const month = monthOf(at)
  return cases
    .filter((case_) => isSameProblem(case_, problem))
    .flatMap((case_) => case_.findings)
    .filter((finding) => monthOf(finding.factAt) === month)
    .map((finding) => finding.kind)
}

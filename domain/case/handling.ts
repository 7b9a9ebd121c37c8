import { deadlineFor } from '../time/deadline'
import type { Reckoned } from '../time/calendar'
import type { WorkingCalendar } from '../time/calendar'
import { isOverdue } from '../time/overdue'
import { remindersFor } from '../time/reminder'
import { yearOf } from '../time/beijing'
import { RETURN_PENDING, type CaseState, type Run } from './caseState'
import { deskKinds, type DeskKind } from './desk'
import type { Law } from './events'
import { askAgainAt } from './followUp'
import { placeKey, placeKind, type PlaceKind } from './place'
import { openAs, type OpenAs } from './transitions'

/** The calendar a run is reckoned by: that of the law it began under, and never the present one. */
export type CalendarOf = (law: Law) => WorkingCalendar

/** What the deadline functions are asked about a run (处置). The estate waits for the office while its return is open: such a run has no deadline yet. */
export const deadlineInput = (run: Run) => ({ from: run.startedAt, limit: run.limit, extensions: run.extensions, suspensions: run.suspensions })
export const isWaitingForOffice = (run: Run): boolean => run.suspensions.some((pause) => pause.to === RETURN_PENDING)

export const currentRun = (case_: CaseState): Run | undefined => case_.runs[case_.runs.length - 1]

/** 处置截止时间 of a run; `dueAt` is null while the office holds the case. Refused when the calendar lacks a year. */
export function runDeadline(run: Run, calendarOf: CalendarOf): Reckoned<{ dueAt: number | null; provisional: boolean }> {
  const returned = run.suspensions.find((pause) => pause.to === RETURN_PENDING)
  if (returned === undefined) return deadlineFor(calendarOf(run), deadlineInput(run))
  // What had passed before it was given back has passed.
  const before = deadlineFor(calendarOf(run), { ...deadlineInput(run), suspensions: run.suspensions.filter((pause) => pause !== returned) })
  return before.ok && before.dueAt < returned.from ? before : { ok: true, dueAt: null, provisional: false }
}

/** 延期/挂账 asked for in time, at the deadline's own millisecond too, and not decided: the office's delay costs the estate nothing. */
const isAskedInTime = ({ request }: CaseState, dueAt: number): boolean => request !== null && !isOverdue(dueAt, request.at)

/** 超时 of one run. `estateId` is whose run it was, wherever the case went afterwards. */
export type Missed = { readonly run: number; readonly estateId: string; readonly dueAt: number }

/**
 * 超时: the deadlines that were missed by `now`, in the order of the runs, each judged by itself: by the answer's receipt or the redirect that ended it, and by the law
 * it began under. Answered at the deadline's own millisecond is in time. A run is not judged while a request made in time waits for the office. Refused when the
 * calendar lacks a year that it takes to know.
 */
export function missedDeadlines(case_: CaseState, calendarOf: CalendarOf, now: number): Reckoned<{ missed: readonly Missed[] }> {
  const missed: Missed[] = []
  for (const [index, run] of case_.runs.entries()) {
    // It goes on in a later one, and is judged there.
    if (isTakenUp(case_, index)) continue
    const judged = judge(case_, index, run, calendarOf)
    if (!judged.ok && judged.year <= yearOf(run.stoppedAt ?? now)) return judged
    if (judged.ok && judged.dueAt !== null && isOverdue(judged.dueAt, run.stoppedAt ?? now)) missed.push({ run: index, estateId: run.estateId, dueAt: judged.dueAt })
  }
  return { ok: true, missed }
}

const isTakenUp = ({ runs }: CaseState, index: number): boolean => runs.some(({ estateId, startedAt }, later) => later > index && estateId === runs[index]!.estateId && startedAt === runs[index]!.startedAt)

/** The deadline a run can miss; null where it waits for the office, and nothing can make it late at present. */
export function judge(case_: CaseState, index: number, run: Run, calendarOf: CalendarOf): Reckoned<{ dueAt: number | null }> {
  const deadline = runDeadline(run, calendarOf)
  if (!deadline.ok) return deadline
  const waits = index === case_.runs.length - 1 && deadline.dueAt !== null && isAskedInTime(case_, deadline.dueAt)
  return { ok: true, dueAt: waits ? null : deadline.dueAt }
}

/** 曾超过时限: whether an estate was late with the case, as far as its calendar tells. */
export function wasLate(case_: CaseState, estateId: string, calendarOf: CalendarOf, now: number): boolean {
  const judged = missedDeadlines(case_, calendarOf, now)
  return judged.ok && judged.missed.some((each) => each.estateId === estateId)
}

/** While the office has it, nobody knows until when. */
const NOBODY_KNOWS = Number.MAX_SAFE_INTEGER
/** Until when what is in the case may count toward 反复 or 重点, or excuse what counts: a counted report, a finding, the deadline that reports meet. Before it is filed nothing does. */
function countsUntil({ filedAt, reports, findings, runs }: CaseState, judged: Reckoned<{ dueAt: number | null }> | undefined): number | null {
  const deadline = judged?.ok ? judged.dueAt : null
  return filedAt === null ? null : Math.max(...reports.filter(({ counted }) => counted).map(({ at }) => at), ...findings.map(({ factAt }) => factAt), runs.length === 0 || deadline === null ? NOBODY_KNOWS : deadline)
}

/** The stored index of a case: what queries and the clock look for. Always equal to what the events give. */
export type CaseIndex = {
  readonly state: CaseState['state']
  readonly origin: CaseState['origin']
  readonly estateId: string
  readonly categoryCode: string | null
  /** Where it is, for the index of the problem (同一问题); and whether a further report joins it. */
  readonly placeKind: PlaceKind
  readonly placeKey: string
  readonly openAs: OpenAs | null
  readonly countsUntil: number | null
  readonly dueAt: number | null
  /** The clock looks at the case from here on to record it as overdue; null when there is nothing to judge. */
  readonly judgeAt: number | null
  /** 超时: later than this the case is late; null where nothing can make it so at present. */
  readonly lateFrom: number | null
  /** Half and a fifth of the working time left; null when the clock of handling does not run. */
  readonly halfAt: number | null
  readonly fifthAt: number | null
  /** A suspension ends by itself. */
  readonly resumeAt: number | null
  /** Something waits for the office's confirmation. */
  readonly proposedFindings: number
  readonly hasRequest: boolean
  /** 待办: what of it waits for the office. */
  readonly desk: readonly DeskKind[]
  readonly filedAt: number | null
  readonly closedAt: number | null
  /** 回访: when those who said nothing are asked once more. */
  readonly askAgainAt: number | null
}

/** The index needs no calendar that is not there: what cannot be reckoned has no deadline, and the clock looks at it until it can be. */
export function indexCase(case_: CaseState, calendarOf: CalendarOf): CaseIndex {
  const run = currentRun(case_)
  const deadline = run && runDeadline(run, calendarOf)
  const dueAt = deadline?.ok ? deadline.dueAt : null
  const runs = run !== undefined && run.stoppedAt === null && dueAt !== null
  const reminders = runs && case_.state !== 'suspended' ? remindersFor(calendarOf(run), deadlineInput(run)) : undefined
  return {
    state: case_.state, origin: case_.origin, estateId: case_.estateId, categoryCode: case_.categoryCode,
    placeKind: placeKind(case_.place), placeKey: placeKey(case_.place), openAs: openAs(case_.state), countsUntil: countsUntil(case_, run && judge(case_, case_.runs.length - 1, run, calendarOf)),
    dueAt,
    judgeAt: earliest(case_.runs.flatMap((each, index) => (each.overdueRecordedAt === null && !isTakenUp(case_, index) ? lateFrom(case_, index, calendarOf) : []))),
    lateFrom: earliest(case_.runs.flatMap((each, index) => (each.estateId === case_.estateId && !isTakenUp(case_, index) ? lateFrom(case_, index, calendarOf) : []))),
    halfAt: reminders?.ok ? reminders.half : null, fifthAt: reminders?.ok ? reminders.fifth : null,
    resumeAt: case_.state === 'suspended' ? (run?.suspensions[run.suspensions.length - 1]?.to ?? null) : null,
    proposedFindings: case_.findings.filter((finding) => finding.status === 'proposed').length,
    hasRequest: case_.request !== null, desk: deskKinds(case_), filedAt: case_.filedAt,
    closedAt: case_.closedAt, askAgainAt: askAgainAt(case_),
  }
}

const earliest = (instants: readonly number[]): number | null => (instants.length === 0 ? null : Math.min(...instants))

/** From when a run is late: none where it ended in time, or waits. Where the calendar lacks a year it takes to know, from its beginning: somebody has to look. */
function lateFrom(case_: CaseState, index: number, calendarOf: CalendarOf): readonly number[] {
  const run = case_.runs[index]!
  const judged = judge(case_, index, run, calendarOf)
  if (!judged.ok) return run.stoppedAt !== null && judged.year > yearOf(run.stoppedAt) ? [] : [run.startedAt]
  if (judged.dueAt === null || (run.stoppedAt !== null && !isOverdue(judged.dueAt, run.stoppedAt))) return []
  return [judged.dueAt]
}

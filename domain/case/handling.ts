import { deadlineFor } from '../time/deadline'
import type { Reckoned } from '../time/calendar'
import type { WorkingCalendar } from '../time/calendar'
import { isOverdue } from '../time/overdue'
import { remindersFor } from '../time/reminder'
import { RETURN_PENDING, type CaseState, type Run } from './caseState'
import { deskKinds, type DeskKind } from './desk'
import { askAgainAt } from './followUp'
import { placeKey, placeKind, type PlaceKind } from './place'
import { openAs, type OpenAs } from './transitions'

/** What the deadline functions are asked about a run (处置). The estate waits for the office while its return is open: such a run has no deadline yet. */
export const deadlineInput = (run: Run) => ({ from: run.startedAt, limit: run.limit, extensions: run.extensions, suspensions: run.suspensions })
export const isWaitingForOffice = (run: Run): boolean => run.suspensions.some((pause) => pause.to === RETURN_PENDING)

export const currentRun = (case_: CaseState): Run | undefined => case_.runs[case_.runs.length - 1]

/** 处置截止时间 of a run; `dueAt` is null while the office holds the case. Refused when the calendar lacks a year. */
export function runDeadline(run: Run, calendar: WorkingCalendar): Reckoned<{ dueAt: number | null; provisional: boolean }> {
  if (isWaitingForOffice(run)) return { ok: true, dueAt: null, provisional: false }
  return deadlineFor(calendar, deadlineInput(run))
}

/** 延期/挂账 asked for before the deadline and not decided: the office's delay costs the estate nothing. */
const isAskedInTime = (case_: CaseState, dueAt: number): boolean => case_.request !== null && !isOverdue(dueAt, case_.request.at)

/**
 * 超时: the deadline that was missed by `now`, or null. A run that was sent to another estate is judged no more.
 * The answer's receipt stops the clock: answered at the deadline's own millisecond is in time. A run is not judged while a request made
 * in time waits for the office.
 */
export function missedDeadline(case_: CaseState, calendar: WorkingCalendar, now: number): Reckoned<{ dueAt: number | null }> {
  for (const run of case_.runs) {
    if (run.voided) continue
    const deadline = runDeadline(run, calendar)
    if (!deadline.ok) return deadline
    if (deadline.dueAt !== null && !isAskedInTime(case_, deadline.dueAt) && isOverdue(deadline.dueAt, run.stoppedAt ?? now)) return { ok: true, dueAt: deadline.dueAt }
  }
  return { ok: true, dueAt: null }
}

/** The newest that a month may count toward 反复 or 重点: a counted report, or a finding. Before it is filed nothing counts. */
function lastCountedAt({ filedAt, reports, findings }: CaseState): number | null {
  const counting = [...reports.filter(({ counted }) => counted).map(({ at }) => at), ...findings.map(({ factAt }) => factAt)]
  return filedAt === null || counting.length === 0 ? null : Math.max(...counting)
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
  readonly lastCountedAt: number | null
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

/** @throws never; a calendar without the needed year is a refusal. */
export function indexCase(case_: CaseState, calendar: WorkingCalendar): Reckoned<{ index: CaseIndex }> {
  const run = currentRun(case_)
  const deadline = run && runDeadline(run, calendar)
  if (deadline && !deadline.ok) return deadline
  const runs = run !== undefined && run.stoppedAt === null && deadline?.dueAt !== null
  const reminders = runs && case_.state !== 'suspended' ? remindersFor(calendar, deadlineInput(run)) : undefined
  if (reminders && !reminders.ok) return reminders
  const missed = missedDeadline(case_, calendar, deadline?.dueAt ?? 0)
  if (!missed.ok) return missed
  const recorded = case_.overdueRecordedAt !== null
  const dueAt = deadline?.dueAt ?? null
  const lateFrom = missed.dueAt ?? (runs && dueAt !== null && !isAskedInTime(case_, dueAt) ? dueAt : null)
  return {
    ok: true,
    index: {
      state: case_.state, origin: case_.origin, estateId: case_.estateId, categoryCode: case_.categoryCode,
      placeKind: placeKind(case_.place), placeKey: placeKey(case_.place), openAs: openAs(case_.state), lastCountedAt: lastCountedAt(case_),
      dueAt,
      judgeAt: recorded ? null : lateFrom, lateFrom,
      halfAt: reminders?.half ?? null, fifthAt: reminders?.fifth ?? null,
      resumeAt: case_.state === 'suspended' ? (run?.suspensions[run.suspensions.length - 1]?.to ?? null) : null,
      proposedFindings: case_.findings.filter((finding) => finding.status === 'proposed').length,
      hasRequest: case_.request !== null, desk: deskKinds(case_), filedAt: case_.filedAt,
      closedAt: case_.closedAt, askAgainAt: askAgainAt(case_),
    },
  }
}

import type { WorkingCalendar } from './calendar'
import { reckon, type DeadlineInput } from './deadline'
import type { Reckoned } from './reckoned'
import { mergeSuspensions, movePastPauses, type MergedSuspension, type Suspension } from './suspension'
import { addWorkingMs, nextWorkingInstant, workingMsBetween } from './workingTime'

/** 催办提醒: when half and when a fifth of the working time is left. Never at night, at closing time or in a suspension. */
export type Reminders = { readonly half: number; readonly fifth: number; readonly dueAt: number }

/**
 * The instants at which 50 % and 20 % of the working time between start and deadline (pauses taken out) are left. For day limits the
 * rest of the day of dispatch is part of that time: it does not count towards the limit, but it is there to work in.
 */
export function remindersFor(calendar: WorkingCalendar, input: DeadlineInput): Reckoned<Reminders> {
  const reckoning = reckon(calendar, input)
  if (!reckoning.ok) return reckoning
  const { dueAt, pauses } = reckoning
  const whole = workingMsBetween(calendar, input.from, dueAt)
  if (!whole.ok) return whole
  const totalMs = pauses.reduce((ms, pause) => ms - pause.workingMs, whole.ms)
  const half = whenLeft(calendar, input.from, totalMs, 50, pauses)
  if (!half.ok) return half
  const fifth = whenLeft(calendar, input.from, totalMs, 20, pauses)
  if (!fifth.ok) return fifth
  return { ok: true, half: half.at, fifth: fifth.at, dueAt }
}

function whenLeft(
  calendar: WorkingCalendar,
  from: number,
  totalMs: number,
  percent: number,
  pauses: readonly MergedSuspension[],
): Reckoned<{ at: number }> {
  const leftMs = Math.floor((totalMs * percent) / 100)
  const elapsed = addWorkingMs(calendar, from, totalMs - leftMs)
  if (!elapsed.ok) return elapsed
  const moved = movePastPauses(calendar, elapsed.at, pauses)
  return moved.ok ? nextCountingInstant(calendar, moved.at, pauses) : moved
}

/** First instant `>= at` inside a working period and outside every pause. Pauses are disjoint and in order. */
function nextCountingInstant(calendar: WorkingCalendar, at: number, pauses: readonly MergedSuspension[]): Reckoned<{ at: number }> {
  let next = nextWorkingInstant(calendar, at)
  for (const pause of pauses) {
    if (next.ok && pause.from <= next.at && next.at < pause.to) next = nextWorkingInstant(calendar, pause.to)
  }
  return next
}

/**
 * 剩余工作时间 between now and the deadline, in ms, pauses still to come taken out. Negative once the deadline has passed: the working
 * time it is late by (0 when no working time has gone since). Whether a case is overdue is `isOverdue`'s to say, not this number's.
 */
export function workingMsLeft(
  calendar: WorkingCalendar,
  now: number,
  dueAt: number,
  suspensions: readonly Suspension[] = [],
): Reckoned<{ ms: number }> {
  const whole = workingMsBetween(calendar, now, dueAt)
  if (!whole.ok || now >= dueAt) return whole
  let left = whole.ms
  for (const { from, to } of mergeSuspensions(suspensions, now)) {
    if (from >= dueAt) break
    const paused = workingMsBetween(calendar, from, Math.min(to, dueAt))
    if (!paused.ok) return paused
    left -= paused.ms
  }
  return { ok: true, ms: left }
}

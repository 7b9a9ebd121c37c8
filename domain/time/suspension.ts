import type { Reckoned } from './reckoned'
import type { WorkingCalendar } from './calendar'
import { addWorkingMs, workingMsBetween } from './workingTime'

/** 挂账: an approved interval, half-open, in which the clock stands. One whose end is not after its start has no effect. */
export type Suspension = { readonly from: number; readonly to: number; readonly reason?: string; readonly approvedBy?: string }

/** Suspensions that overlap or touch, as one interval, with what it rests on. */
export type MergedSuspension = { readonly from: number; readonly to: number; readonly grounds: readonly Suspension[] }

/** A merged suspension that moved the clock. `workingMs` is the working time it takes out, never wall-clock time. */
export type Pause = MergedSuspension & { readonly workingMs: number }

/** Suspensions in any order, overlapping or not, as disjoint intervals in order, clipped to what lies after `start`. */
export function mergeSuspensions(suspensions: readonly Suspension[], start: number): readonly MergedSuspension[] {
  const merged: { from: number; to: number; grounds: Suspension[] }[] = []
  const live = suspensions.filter(({ from, to }) => to > from && to > start)
  for (const suspension of live.sort((a, b) => a.from - b.from || a.to - b.to)) {
    const from = Math.max(suspension.from, start)
    const last = merged[merged.length - 1]
    if (last && from <= last.to) {
      last.to = Math.max(last.to, suspension.to)
      last.grounds.push(suspension)
    } else merged.push({ from, to: suspension.to, grounds: [suspension] })
  }
  return merged
}

/**
 * Moves an instant by the pauses before it: each suspension that begins (strictly) before the instant reached so far moves it by its
 * own working time. The same for deadlines and for reminders.
 */
export function movePastPauses(
  calendar: WorkingCalendar,
  at: number,
  suspensions: readonly MergedSuspension[],
): Reckoned<{ at: number; pauses: readonly Pause[] }> {
  const pauses: Pause[] = []
  let reached = at
  for (const suspension of suspensions) {
    if (suspension.from >= reached) break
    const paused = workingMsBetween(calendar, suspension.from, suspension.to)
    if (!paused.ok) return paused
    const moved = addWorkingMs(calendar, reached, paused.ms)
    if (!moved.ok) return moved
    reached = moved.at
    pauses.push({ ...suspension, workingMs: paused.ms })
  }
  return { ok: true, at: reached, pauses }
}

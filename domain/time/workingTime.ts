import { startOfDayNumber } from './beijing'
import { dayIndexOf, missingWithin, scheduleOn, type WorkingCalendar } from './calendar'
import type { Reckoned } from './reckoned'
import { offsetAfterWorkingMs, workingMsBeforeOffset } from './workingHours'

/** 工作时间: working milliseconds between instants, and back. Every deadline, reminder and countdown goes through these. */

/** Working ms from the calendar's first day to an instant on day `index`. */
function workingMsUntil(calendar: WorkingCalendar, index: number, instant: number): number {
  const offset = instant - startOfDayNumber(calendar.firstDay + index)
  return calendar.msBefore[index]! + workingMsBeforeOffset(scheduleOn(calendar, index), offset)
}

/** Working ms between two instants, half-open; negative when `to` is the earlier. */
export function workingMsBetween(calendar: WorkingCalendar, from: number, to: number): Reckoned<{ ms: number }> {
  if (from === to) return { ok: true, ms: 0 }
  if (from > to) {
    const back = workingMsBetween(calendar, to, from)
    return back.ok ? { ok: true, ms: 0 - back.ms } : back
  }
  // The day of `to` counts only up to `to`: at midnight it is not needed at all.
  const [first, last] = [dayIndexOf(calendar, from), dayIndexOf(calendar, to - 1)]
  const missing = missingWithin(calendar, first, last)
  if (missing) return missing
  return { ok: true, ms: workingMsUntil(calendar, last, to) - workingMsUntil(calendar, first, from) }
}

/**
 * The earliest instant t >= from with working(from, t) = ms: what ends at closing time ends at 17:30 that day, not at 08:30 the next.
 * `ms` must not be negative.
 */
export function addWorkingMs(calendar: WorkingCalendar, from: number, ms: number): Reckoned<{ at: number }> {
  if (!(ms >= 0)) throw new RangeError(`working time must not be negative: ${ms}`)
  if (ms === 0) return { ok: true, at: from }
  const first = dayIndexOf(calendar, from)
  // Outside the calendar: the refusal names the year of the day itself.
  const outside = first >= 0 && first < calendar.dayCount ? undefined : missingWithin(calendar, first, first)
  if (outside) return outside
  const target = workingMsUntil(calendar, first, from) + ms
  const last = firstDayReaching(calendar.msBefore, first, target)
  const missing = missingWithin(calendar, first, last)
  if (missing) return missing
  const offset = offsetAfterWorkingMs(scheduleOn(calendar, last), target - calendar.msBefore[last]!)
  return { ok: true, at: startOfDayNumber(calendar.firstDay + last) + offset }
}

/**
 * First day `>= first` whose prefix sum, that day included, reaches the target; the day after the last when none does.
 * Gallops first, because most limits end within days.
 */
function firstDayReaching(before: Float64Array, first: number, target: number): number {
  const dayCount = before.length - 1
  let [low, step] = [first, 1]
  while (low + step <= dayCount && before[low + step]! < target) {
    low += step
    step *= 2
  }
  let high = Math.min(low + step, dayCount + 1)
  // before[low] < target (or low is the first day); before[high] reaches it, or high lies past the end.
  while (high - low > 1) {
    const middle = (low + high) >>> 1
    if (before[middle]! < target) low = middle
    else high = middle
  }
  return high - 1
}

/** First instant `>= at` inside a working period. A closing minute is outside, so 17:30 gives the next opening. */
export function nextWorkingInstant(calendar: WorkingCalendar, at: number): Reckoned<{ at: number }> {
  // The first working millisecond from `at` on ends one ms after the instant looked for.
  const after = addWorkingMs(calendar, at, 1)
  return after.ok ? { ok: true, at: after.at - 1 } : after
}

/** Whether the instant lies inside a working period. */
export function isWorking(calendar: WorkingCalendar, at: number): Reckoned<{ working: boolean }> {
  const ms = workingMsBetween(calendar, at, at + 1)
  return ms.ok ? { ok: true, working: ms.ms === 1 } : ms
}

/** Close of the N-th working day after a day (index): that day itself is not counted. Civil Code arts. 201 and 203. */
export function closeOfNthDayAfter(calendar: WorkingCalendar, index: number, days: number): Reckoned<{ at: number }> {
  const unknown = missingWithin(calendar, index, index)
  if (unknown) return unknown
  const nth = calendar.workingDays[calendar.workingDaysBefore[index + 1]! + days - 1] ?? calendar.dayCount
  const missing = missingWithin(calendar, index, nth)
  if (missing) return missing
  const { periods } = scheduleOn(calendar, nth)
  return { ok: true, at: startOfDayNumber(calendar.firstDay + nth) + periods[periods.length - 1]!.end }
}

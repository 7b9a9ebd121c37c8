import type { HandlingLimit, WorkingHours } from '../../../domain/rulebook/edition'
import type { CalendarYear } from '../../../domain/time/calendar'

/**
 * A second opinion on the clock: slow, plain, and written apart from it. It walks minute after minute over the calendar rows as they
 * stand, with days from the platform's UTC `Date`, and shares nothing with domain/time but types. `undefined` means that the walk came
 * to a day nobody has a calendar for.
 *
 * Suspended time is not added to anything here: the walk simply does not count it. That the clock arrives at the same instant by moving
 * the deadline is what the properties are about.
 */

const MINUTE = 60_000
const DAY_MINUTES = 1_440
// Bound once: inside Jest every look-up of a global costs more than the rest of a step.
const { floor, min } = Math
const NEVER = Number.MAX_SAFE_INTEGER
const two = (value: number): string => String(value).padStart(2, '0')
/** `00:00` … `23:59` */
const CLOCKS = Array.from({ length: DAY_MINUTES }, (_, minute) => `${two(floor(minute / 60))}:${two(minute % 60)}`)

type Interval = { readonly from: number; readonly to: number }

export type Oracle = {
  readonly isOpen: (instant: number) => boolean | undefined
  readonly between: (from: number, to: number) => number | undefined
  readonly add: (from: number, ms: number) => number | undefined
  readonly deadline: (from: number, limits: readonly HandlingLimit[], suspensions: readonly Interval[]) => number | undefined
  /** Uncounted by suspensions, like `add`: the earliest instant by which `ms` of open and unsuspended time have gone. */
  readonly addUnsuspended: (from: number, ms: number, suspensions: readonly Interval[]) => number | undefined
  /** Open and unsuspended time. */
  readonly betweenUnsuspended: (from: number, to: number, suspensions: readonly Interval[]) => number | undefined
}

export function createOracle(years: readonly CalendarYear[], hours: readonly WorkingHours[]): Oracle {
  /** Which minutes of a Beijing day are open: 1 or 0 each; undefined when the day is not known. */
  const days = new Map<number, Uint8Array | undefined>()

  const minutesOf = (day: number): Uint8Array | undefined => {
    if (!days.has(day)) days.set(day, readDay(new Date(day * DAY_MINUTES * MINUTE)))
    return days.get(day)
  }

  function readDay(utcMidnight: Date): Uint8Array | undefined {
    const date = utcMidnight.toISOString().slice(0, 10)
    const row = years.find(({ year }) => String(year) === date.slice(0, 4))
    const inForce = hours.filter(({ from }) => from <= date).sort((a, b) => a.from.localeCompare(b.from)).pop()
    if (!row || !inForce) return undefined
    const weekend = utcMidnight.getUTCDay() === 0 || utcMidnight.getUTCDay() === 6
    const holiday = row.off.some(([first, last]) => first <= date && date <= last)
    const works = row.work.includes(date) || (!weekend && !holiday)
    const minutes = new Uint8Array(DAY_MINUTES)
    if (!works) return minutes
    for (const { start, end } of inForce.periods) {
      CLOCKS.forEach((clock, minute) => {
        if (start <= clock && clock < end) minutes[minute] = 1
      })
    }
    return minutes
  }

  /** Beijing is eight hours ahead of UTC. */
  const minuteOf = (instant: number): number => floor(instant / MINUTE) + 8 * 60

  function minuteIsOpen(minute: number): boolean | undefined {
    const day = floor(minute / DAY_MINUTES)
    const minutes = minutesOf(day)
    return minutes && minutes[minute - day * DAY_MINUTES] === 1
  }

  /** Walks from `from`, in steps that never cross a minute or an edge of a suspension, until enough has been counted. */
  function walk(from: number, suspensions: readonly Interval[], limitMs: number, until: number): { at: number; counted: number } | undefined {
    const edges = suspensions.flatMap((suspension) => [suspension.from, suspension.to]).sort((a, b) => a - b)
    let [at, counted, edge, minute, day] = [from, 0, 0, minuteOf(from), -1]
    let minutes: Uint8Array | undefined
    while (counted < limitMs && at < until) {
      while (edge < edges.length && edges[edge]! <= at) edge += 1
      if (floor(minute / DAY_MINUTES) !== day) {
        day = floor(minute / DAY_MINUTES)
        minutes = minutesOf(day)
        if (!minutes) return undefined
      }
      const minuteEnd = (minute + 1 - 8 * 60) * MINUTE
      const next = min(minuteEnd, until, edges[edge] ?? NEVER)
      const open = minutes![minute - day * DAY_MINUTES] === 1
      if (open && !suspensions.some((suspension) => suspension.from <= at && at < suspension.to)) {
        const step = min(next - at, limitMs - counted)
        counted += step
        at += step
      } else at = next
      if (at >= minuteEnd) minute += 1
    }
    return { at, counted }
  }

  const betweenUnsuspended: Oracle['betweenUnsuspended'] = (from, to, suspensions) => walk(from, suspensions, NEVER, to)?.counted
  const addUnsuspended: Oracle['addUnsuspended'] = (from, ms, suspensions) => walk(from, suspensions, ms, NEVER)?.at
  const between: Oracle['between'] = (from, to) => betweenUnsuspended(from, to, [])
  const add: Oracle['add'] = (from, ms) => addUnsuspended(from, ms, [])

  /** Goes through the days after the given one, one by one, and stops at the last open minute of the N-th that has any. */
  function closeAfter(day: number, count: number): number | undefined {
    let [current, seen] = [day, 0]
    if (!minutesOf(day)) return undefined
    for (;;) {
      current += 1
      const minutes = minutesOf(current)
      if (!minutes) return undefined
      if (minutes.includes(1)) seen += 1
      if (seen === count) return (current * DAY_MINUTES + minutes.lastIndexOf(1) + 1 - 8 * 60) * MINUTE
    }
  }

  const dayOf = (instant: number): number => floor(minuteOf(instant) / DAY_MINUTES)

  const deadline: Oracle['deadline'] = (from, limits, suspensions) => {
    let base: number | undefined = from
    for (const [i, limit] of limits.entries()) {
      // What ends at 24:00 ended on the day before.
      const day = dayOf(i === 0 ? base : base - 1)
      base = limit.unit === 'hour' ? add(base, limit.amount * 60 * MINUTE) : closeAfter(day, limit.amount)
      if (base === undefined) return undefined
    }
    const allowed = between(from, base)
    return allowed === undefined ? undefined : addUnsuspended(from, allowed, suspensions)
  }

  return { isOpen: (instant) => minuteIsOpen(minuteOf(instant)), between, add, deadline, addUnsuspended, betweenUnsuspended }
}

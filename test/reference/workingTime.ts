/**
 * A second, plainly written opinion on working time (工作时间), for the reference of the ledger. It walks from day to day over the calendar's rows as they stand and
 * shares nothing with domain/time. An unknown day, or a pause that nobody knows the end of, makes an end `null`.
 */
export type Interval = { readonly from: number; readonly to: number }
export type Limit = { readonly amount: number; readonly unit: 'hour' | 'day' }
export type YearRow = { readonly year: number; readonly version: number; readonly off: readonly (readonly [string, string, string])[]; readonly work: readonly string[] }
export type Hours = { readonly from: string; readonly periods: readonly { readonly start: string; readonly end: string }[] }
/** When work is done on a Beijing day, counted from 1970-01-01; null: nobody has a calendar of that day. */
export type WorkOf = (day: number) => readonly Interval[] | null

const MINUTE = 60_000
const HOUR = 3_600_000
const DAY = 86_400_000
const EAST = 8 * HOUR
export const dayOf = (instant: number): number => Math.floor((instant + EAST) / DAY)
export const monthOf = (instant: number): string => new Date(instant + EAST).toISOString().slice(0, 7)

const minutesIn = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))

export function workBy(rows: readonly YearRow[], hours: readonly Hours[]): WorkOf {
  const days = new Map<number, readonly Interval[] | null>()
  const read = (day: number): readonly Interval[] | null => {
    const midnight = new Date(day * DAY)
    const date = midnight.toISOString().slice(0, 10)
    const row = rows.find(({ year }) => year === midnight.getUTCFullYear())
    const [inForce] = hours.filter(({ from }) => from <= date).sort((a, b) => (a.from < b.from ? 1 : -1))
    if (!row || !inForce) return null
    const weekend = [0, 6].includes(midnight.getUTCDay())
    const holiday = row.off.some(([first, last]) => first <= date && date <= last)
    if (!row.work.includes(date) && (weekend || holiday)) return []
    return inForce.periods.map(({ start, end }) => ({ from: day * DAY - EAST + minutesIn(start) * MINUTE, to: day * DAY - EAST + minutesIn(end) * MINUTE }))
  }
  return (day) => {
    const known = days.get(day)
    if (known !== undefined) return known
    const fresh = read(day)
    days.set(day, fresh)
    return fresh
  }
}

/** What is left of a piece of work when the pauses are cut out. */
const without = (pauses: readonly Interval[], piece: Interval): readonly Interval[] =>
  pauses.reduce<readonly Interval[]>((left, pause) => left.flatMap(({ from, to }) => [{ from, to: Math.min(to, pause.from) }, { from: Math.max(from, pause.to), to }].filter((rest) => rest.to > rest.from)), [piece])

/** The first instant by which so much work has been done since `from`, the pauses not counted. */
export function afterWork(workOf: WorkOf, from: number, ms: number, pauses: readonly Interval[] = []): number | null {
  let left = ms
  if (left <= 0) return from
  for (let day = dayOf(from); ; day += 1) {
    const work = workOf(day)
    if (work === null) return null
    if (pauses.some((pause) => pause.to === Infinity && day > dayOf(pause.from) && day > dayOf(from))) return null
    for (const period of work)
      for (const piece of without(pauses, { from: Math.max(period.from, from), to: period.to })) {
        const length = Math.max(0, piece.to - piece.from)
        if (length >= left) return piece.from + left
        left -= length
      }
  }
}

/** So much work between two instants. */
export function workBetween(workOf: WorkOf, from: number, to: number): number | null {
  let sum = 0
  for (let day = dayOf(from); day <= dayOf(to); day += 1) {
    const work = workOf(day)
    if (work === null) return null
    for (const period of work) sum += Math.max(0, Math.min(period.to, to) - Math.max(period.from, from))
  }
  return sum
}

/** N 工作日: the day itself is not counted, the last one ends with its work. */
function closeOfDayAfter(workOf: WorkOf, start: number, amount: number): number | null {
  let left = amount
  for (let day = start + 1; ; day += 1) {
    const work = workOf(day)
    if (work === null) return null
    if (work.length > 0) left -= 1
    if (left === 0) return work[work.length - 1]!.to
  }
}

/** 处置截止时间: the limits one after the other, and what they come to once the pauses do not count. */
export function deadlineOf(workOf: WorkOf, from: number, limits: readonly Limit[], pauses: readonly Interval[]): number | null {
  let end = from
  for (const [index, { amount, unit }] of limits.entries()) {
    const next = unit === 'hour' ? afterWork(workOf, end, amount * HOUR) : closeOfDayAfter(workOf, dayOf(index === 0 ? end : end - 1), amount)
    if (next === null) return null
    end = next
  }
  const allowed = workBetween(workOf, from, end)
  return allowed === null ? null : afterWork(workOf, from, allowed, pauses)
}

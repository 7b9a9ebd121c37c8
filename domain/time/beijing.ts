import { civilDateExists, civilOfDayNumber, dayNumberOfCivil, weekdayOfDayNumber, type Weekday } from './civil'

/**
 * 北京时间: the one conversion between instants (epoch ms) and what stands on a Chinese wall clock. The offset is fixed at +08:00
 * (China has had no summer time since 1991), so nothing here depends on the server's zone. Day numbers count from 1970-01-01 = 0.
 */

export const SECOND_MS = 1_000
export const MINUTE_MS = 60_000
export const HOUR_MS = 3_600_000
export const DAY_MS = 86_400_000
const OFFSET_MS = 8 * HOUR_MS

const pad = (value: number, width: number): string => String(value).padStart(width, '0')

/** Beijing day number (1970-01-01 = 0) on which the instant falls. */
export function dayNumberOf(instant: number): number {
  return Math.floor((instant + OFFSET_MS) / DAY_MS)
}

/** The instant of 00:00 Beijing time on a day. */
export function startOfDayNumber(dayNumber: number): number {
  return dayNumber * DAY_MS - OFFSET_MS
}

/** `YYYY-MM-DD` of a day number. */
export function dateOfDayNumber(dayNumber: number): string {
  const { year, month, day } = civilOfDayNumber(dayNumber)
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`
}

/** Day number of `YYYY-MM-DD`; undefined when the text is no date that exists. */
export function dayNumberOfDate(date: string): number | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date)
  if (!match) return undefined
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  return civilDateExists(year, month, day) ? dayNumberOfCivil(year, month, day) : undefined
}

/** Milliseconds after midnight of `HH:MM`; `24:00` is the end of the day. Undefined when the text is no time of day. */
export function msOfDay(time: string): number | undefined {
  const match = /^(\d{2}):(\d{2})$/.exec(time)
  if (!match) return undefined
  const ms = Number(match[1]) * HOUR_MS + Number(match[2]) * MINUTE_MS
  return Number(match[2]) < 60 && ms <= DAY_MS ? ms : undefined
}

/** Beijing date `YYYY-MM-DD` of an instant. */
export const dateOf = (instant: number): string => dateOfDayNumber(dayNumberOf(instant))

/** Beijing month `YYYY-MM` of an instant: the period an entry is booked under. */
export const monthOf = (instant: number): string => dateOf(instant).slice(0, 7)

/** Beijing year of an instant. */
export const yearOf = (instant: number): number => civilOfDayNumber(dayNumberOf(instant)).year

/** 星期 of an instant in Beijing, 1 = Monday … 7 = Sunday. */
export const weekdayOf = (instant: number): Weekday => weekdayOfDayNumber(dayNumberOf(instant))

/** Instant of a Beijing date and time. Throws on text that is no date or time: such text must have been checked at the door. */
export function instantOf(date: string, time: string): number {
  const [day, ms] = [dayNumberOfDate(date), msOfDay(time)]
  if (day === undefined || ms === undefined) throw new RangeError(`no such Beijing time: ${date} ${time}`)
  return startOfDayNumber(day) + ms
}

/** First instant of a Beijing month `YYYY-MM`. */
export const monthStart = (month: string): number => instantOf(`${month}-01`, '00:00')

/** End of a Beijing month, half-open: the first instant of the next one. */
export function monthEnd(month: string): number {
  return monthStart(monthOf(monthStart(month) + 31 * DAY_MS))
}

/** As `2026-01-06T17:30:00+08:00`; milliseconds are written only when there are any, so that nothing is lost. */
export function formatIso(instant: number): string {
  const day = dayNumberOf(instant)
  const ms = instant - startOfDayNumber(day)
  const [hours, minutes] = [Math.floor(ms / HOUR_MS), Math.floor(ms / MINUTE_MS) % 60]
  const [seconds, rest] = [Math.floor(ms / SECOND_MS) % 60, ms % SECOND_MS]
  const fraction = rest === 0 ? '' : `.${pad(rest, 3)}`
  return `${dateOfDayNumber(day)}T${pad(hours, 2)}:${pad(minutes, 2)}:${pad(seconds, 2)}${fraction}+08:00`
}

const ISO = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d{1,3}))?)?(Z|\+08:00)?$/

/**
 * Instant of `YYYY-MM-DDTHH:MM`, with or without seconds (and milliseconds), with `+08:00`, `Z` or no zone: no zone means Beijing.
 * Undefined for anything else, dates that do not exist included.
 */
export function parseIso(text: string): number | undefined {
  const match = ISO.exec(text)
  if (!match) return undefined
  const day = dayNumberOfDate(match[1]!)
  if (day === undefined) return undefined
  const time = Number(match[2]) * HOUR_MS + Number(match[3]) * MINUTE_MS + Number(match[4] ?? 0) * SECOND_MS
  const ms = time + Number((match[5] ?? '').padEnd(3, '0'))
  return match[6] === 'Z' ? day * DAY_MS + ms : startOfDayNumber(day) + ms
}

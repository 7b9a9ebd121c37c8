import { badValue } from '../../query/badValue'
import { dateAt } from '../values'
import { clockTime, instantOf, wallClock, type Zone } from './zone'

const FIXED = { millisecond: 1, second: 1000, minute: 60_000, hour: 3_600_000 } as const
const DAY = 86_400_000
const MONTHS = { month: 1, quarter: 3, year: 12 } as const
const DAYS = { day: 1, week: 7 } as const
/** Bins of several units are counted from here, a Saturday. */
const REFERENCE_YEAR = 2000
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']

export type Unit = keyof typeof FIXED | keyof typeof MONTHS | keyof typeof DAYS
const isIn = <T extends object>(table: T, unit: string): unit is keyof T & string => Object.hasOwn(table, unit)
export const isUnit = (text: string): text is Unit => isIn(FIXED, text) || isIn(MONTHS, text) || isIn(DAYS, text)

/** 0 is Sunday; full names and their first three letters, in any case. */
export function weekdayOf(name: string): number {
  const found = WEEKDAYS.findIndex((day) => day === name.toLowerCase() || day.slice(0, 3) === name.toLowerCase())
  if (found < 0) throw badValue(`unknown day of week value: ${name}`)
  return found
}

const monthNumber = (wall: Date): number => wall.getUTCFullYear() * 12 + wall.getUTCMonth()
const dayNumber = (wall: Date): number => Math.floor(wall.getTime() / DAY)
/** The week a day is in, when weeks begin on that weekday; day 0 was a Thursday. */
const weekNumber = (day: number, startOfWeek: number): number => Math.floor((day + 4 - startOfWeek) / 7)

/** Days and months keep the time the clock shows, also over a change to summer time; the 31st becomes the last of a shorter month. */
export function addUnits(date: Date, unit: Unit, amount: number, zone: Zone): Date {
  if (isIn(FIXED, unit)) return dateAt(date.getTime() + amount * FIXED[unit])
  const wall = wallClock(date, zone)
  if (isIn(DAYS, unit)) return instantOf(wall.getTime() + amount * DAYS[unit] * DAY, zone)
  const month = monthNumber(wall) + amount * MONTHS[unit]
  const lastDay = new Date(clockTime(0, month + 2, 0)).getUTCDate()
  return instantOf(clockTime(0, month + 1, Math.min(wall.getUTCDate(), lastDay)) + (wall.getTime() - dayNumber(wall) * DAY), zone)
}

/** How many boundaries of the unit lie between the two, not how many whole units. */
export function unitsBetween(from: Date, to: Date, unit: Unit, zone: Zone, startOfWeek: number): number {
  const [a, b] = [wallClock(from, zone), wallClock(to, zone)]
  if (isIn(MONTHS, unit)) return Math.floor(monthNumber(b) / MONTHS[unit]) - Math.floor(monthNumber(a) / MONTHS[unit])
  if (unit === 'day') return dayNumber(b) - dayNumber(a)
  if (unit === 'week') return weekNumber(dayNumber(b), startOfWeek) - weekNumber(dayNumber(a), startOfWeek)
  const size = FIXED[unit]
  // Hours pass also while a clock is put back, so they are counted on no wall clock, but from the place's own full hour.
  const aligned = (date: Date) => Math.floor((date.getTime() + zone.offsetAt(date.getTime())) / size) * size - zone.offsetAt(date.getTime())
  return Math.round((aligned(to) - aligned(from)) / size)
}

/** The beginning of the bin of `size` units that the date lies in. */
export function truncate(date: Date, unit: Unit, size: number, zone: Zone, startOfWeek: number): Date {
  const wall = wallClock(date, zone)
  if (isIn(MONTHS, unit)) {
    const step = MONTHS[unit] * size
    const reference = REFERENCE_YEAR * 12
    return instantOf(clockTime(0, 1 + reference + Math.floor((monthNumber(wall) - reference) / step) * step, 1), zone)
  }
  if (isIn(DAYS, unit)) {
    const firstDay = dayNumber(new Date(clockTime(REFERENCE_YEAR, 1, 1)))
    // The first beginning of a week on or after the reference.
    const reference = unit === 'week' ? firstDay + ((startOfWeek - 6 + 7) % 7) : firstDay
    const step = DAYS[unit] * size
    return instantOf((reference + Math.floor((dayNumber(wall) - reference) / step) * step) * DAY, zone)
  }
  const reference = instantOf(clockTime(REFERENCE_YEAR, 1, 1), zone).getTime()
  const step = FIXED[unit] * size
  return dateAt(reference + Math.floor((date.getTime() - reference) / step) * step)
}

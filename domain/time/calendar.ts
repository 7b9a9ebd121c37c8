import type { WorkingHours } from '../rulebook/edition'
import { dateOfDayNumber, dayNumberOf, dayNumberOfDate } from './beijing'
import { checkCalendarYear, dayKindOf, type CalendarYear } from './calendarYear'
import { civilOfDayNumber, dayNumberOfCivil } from './civil'
import type { CalendarMissing } from './reckoned'
import { NO_WORK, checkWorkingHours, scheduleOf, type DaySchedule } from './workingHours'

export { checkCalendarYear, type CalendarYear } from './calendarYear'
export type { Reckoned } from './reckoned'

/**
 * 工作日历: all loaded years side by side, as prefix sums over calendar days, so that elapsed working time is a subtraction, adding
 * is a search and the N-th working day a lookup. Days are counted from `firstDay`; index i of a `…Before` array holds the sum over
 * the days before day i. A day is missing when its year is not loaded or no working hours were in force yet.
 */
export type WorkingCalendar = {
  readonly years: readonly CalendarYear[]
  readonly hours: readonly WorkingHours[]
  /** Day number (1970-01-01 = 0) of the first loaded year's 1 January. */
  readonly firstDay: number
  readonly dayCount: number
  readonly msBefore: Float64Array
  readonly workingDaysBefore: Int32Array
  readonly missingBefore: Int32Array
  readonly provisionalBefore: Int32Array
  /** Index of every working day, in order. */
  readonly workingDays: Int32Array
  readonly schedules: readonly DaySchedule[]
  /** Which of `schedules` holds on a day; 0 is no work. */
  readonly scheduleIndex: Uint16Array
}

/**
 * Builds the calendar the clock works by. Throws when the data fails its checks: data must be checked when it comes in
 * (`checkCalendarYear`, `checkWorkingHours`), and one row a year chosen, before it gets here.
 */
export function buildCalendar(years: readonly CalendarYear[], hours: readonly WorkingHours[]): WorkingCalendar {
  const loaded = new Map(years.map((year) => [year.year, year]))
  const problems = [...years.flatMap(checkCalendarYear), ...checkWorkingHours(hours)]
  if (years.length === 0) problems.push('没有任何一年的日历')
  if (loaded.size < years.length) problems.push('同一年有两份日历')
  if (problems.length > 0) throw new RangeError(problems.join(';'))

  const dated = [...hours].sort((a, b) => (a.from < b.from ? -1 : 1))
  const changes = dated.map(({ from }) => dayNumberOfDate(from)!)
  const schedules = [NO_WORK, ...dated.map(scheduleOf)]
  const firstDay = dayNumberOfCivil(Math.min(...loaded.keys()), 1, 1)
  const dayCount = dayNumberOfCivil(Math.max(...loaded.keys()) + 1, 1, 1) - firstDay

  const msBefore = new Float64Array(dayCount + 1)
  const [workingDaysBefore, missingBefore] = [new Int32Array(dayCount + 1), new Int32Array(dayCount + 1)]
  const provisionalBefore = new Int32Array(dayCount + 1)
  const scheduleIndex = new Uint16Array(dayCount)
  const workingDays: number[] = []
  let inForce = 0
  for (let i = 0; i < dayCount; i += 1) {
    while (inForce < changes.length && changes[inForce]! <= firstDay + i) inForce += 1
    const year = loaded.get(civilOfDayNumber(firstDay + i).year)
    const known = year !== undefined && inForce > 0
    const works = known && worksOn(year, firstDay + i)
    if (works) {
      scheduleIndex[i] = inForce
      workingDays.push(i)
    }
    msBefore[i + 1] = msBefore[i]! + schedules[scheduleIndex[i]!]!.totalMs
    workingDaysBefore[i + 1] = workingDays.length
    missingBefore[i + 1] = missingBefore[i]! + (known ? 0 : 1)
    provisionalBefore[i + 1] = provisionalBefore[i]! + (year?.state === 'provisional' ? 1 : 0)
  }
  const ordered = [...years].sort((a, b) => a.year - b.year)
  return {
    years: ordered, hours: dated, firstDay, dayCount, msBefore, workingDaysBefore, missingBefore, provisionalBefore,
    workingDays: Int32Array.from(workingDays), schedules, scheduleIndex,
  }
}

function worksOn(year: CalendarYear, dayNumber: number): boolean {
  const { kind } = dayKindOf(year, dateOfDayNumber(dayNumber))
  return kind === 'ordinary' || kind === 'makeUp'
}

/** Index of the day an instant falls on; may lie outside the calendar. */
export const dayIndexOf = (calendar: WorkingCalendar, instant: number): number => dayNumberOf(instant) - calendar.firstDay

/** Schedule of a day inside the calendar. */
export const scheduleOn = (calendar: WorkingCalendar, index: number): DaySchedule =>
  calendar.schedules[calendar.scheduleIndex[index]!]!

/** The refusal when any day of `first..last` (indexes, both included) is missing; undefined when all are there. */
export function missingWithin(calendar: WorkingCalendar, first: number, last: number): CalendarMissing | undefined {
  const { dayCount, firstDay, missingBefore } = calendar
  const inside = first >= 0 && last < dayCount
  if (inside && missingBefore[first] === missingBefore[last + 1]) return undefined
  let day = first
  while (day >= 0 && day < dayCount && missingBefore[day] === missingBefore[day + 1]) day += 1
  return { ok: false, code: 'CALENDAR_MISSING', year: civilOfDayNumber(firstDay + day).year }
}

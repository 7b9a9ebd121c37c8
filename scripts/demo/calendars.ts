import { LunarDay, SolarTerm, type SolarDay } from 'tyme4ts'
import { builtInEdition } from '../../domain/rulebook/builtIn'
import { dateOfDayNumber, dayNumberOfDate, yearOf } from '../../domain/time/beijing'
import { buildCalendar, type CalendarYear, type WorkingCalendar } from '../../domain/time/calendar'
import { dayNumberOfCivil } from '../../domain/time/civil'
import { builtInCalendarYears } from '../../domain/time/holidays'

const LAST_BUILT_IN = Math.max(...builtInCalendarYears.map(({ year }) => year))
/** As far as a request may name a year. */
const YEARS = [2024, 2099] as const

const dateOfSolar = (day: SolarDay): string => dateOfDayNumber(dayNumberOfCivil(day.getYear(), day.getMonth(), day.getDay()))
const dateOfLunar = (year: number, month: number, day: number): string => dateOfSolar(LunarDay.fromYmd(year, month, day).getSolarDay())

type Holiday = readonly [first: string, days: number, name: string]

/** 暂定 working calendar of a year whose notice is not out: statutory days and weekends, nothing moved. For the demo town alone; a real one is never given a year it did not import. */
export function provisionalYear(year: number): CalendarYear {
  const eve = dateOfDayNumber(dayNumberOfDate(dateOfLunar(year, 1, 1))! - 1)
  const clearAndBright = dateOfSolar(SolarTerm.fromName(year, '清明').getJulianDay().getSolarDay())
  const holidays: readonly Holiday[] = [
    [`${year}-01-01`, 1, '元旦'], [eve, 4, '春节'], [clearAndBright, 1, '清明节'], [`${year}-05-01`, 2, '劳动节'], [dateOfLunar(year, 5, 5), 1, '端午节'], [dateOfLunar(year, 8, 15), 1, '中秋节'], [`${year}-10-01`, 3, '国庆节'],
  ]
  // Mid-autumn may fall on the national days: a day is off once.
  const names = new Map<string, string>()
  for (const [first, days, name] of holidays)
    for (let day = 0; day < days; day += 1) {
      const date = dateOfDayNumber(dayNumberOfDate(first)! + day)
      names.set(date, [names.get(date), name].filter(Boolean).join('、'))
    }
  return { year, state: 'provisional', source: '全国年节及纪念日放假办法（2024-11-10修订），仅法定节日，国务院通知尚未取得', version: 1, off: [...names].sort().map(([date, name]) => [date, date, name] as const), work: [] }
}

/** The years of the demo town until one that may lie ahead of every notice. */
export function demoYears(until: number): readonly CalendarYear[] {
  if (until < YEARS[0] || until > YEARS[1]) throw Object.assign(new Error(`no calendar of ${until}`), { code: 'CALENDAR_MISSING' })
  return [...builtInCalendarYears, ...Array.from({ length: Math.max(0, until - LAST_BUILT_IN) }, (_, index) => provisionalYear(LAST_BUILT_IN + 1 + index))]
}

const built = new Map<number, WorkingCalendar>()

/** The calendar of the demo town at an instant, with the year that follows: deadlines reach into it. */
export function demoCalendarAt(instant: number): WorkingCalendar {
  const until = Math.max(LAST_BUILT_IN, yearOf(instant) + 1)
  const calendar = built.get(until) ?? buildCalendar(demoYears(until), builtInEdition.decisions.workingHours)
  built.set(until, calendar)
  return calendar
}

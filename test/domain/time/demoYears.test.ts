import { DAY_MS, dateOf, instantOf, yearOf } from '../../../domain/time/beijing'
import { checkCalendarYear, dayKindOf, type CalendarYear } from '../../../domain/time/calendarYear'
import { builtInCalendarYears } from '../../../domain/time/holidays'
import { demoYears, provisionalYear } from '../../../scripts/demo/calendars'

function kinds(year: CalendarYear): string[] {
  const days: string[] = []
  for (let noon = instantOf(`${year.year}-01-01`, '12:00'); yearOf(noon) === year.year; noon += DAY_MS) days.push(dayKindOf(year, dateOf(noon)).kind)
  return days
}

test('the demo town would make 2027 provisional with the very days that are built in', () => {
  expect(kinds(provisionalYear(2027))).toEqual(kinds(builtInCalendarYears.find(({ year }) => year === 2027)!))
})

test('the statutory days of an official year are off in it too', () => {
  for (const official of builtInCalendarYears.filter(({ state }) => state === 'official')) {
    const listed = kinds(official)
    // Until the law of 2024-11-10 the eve and 2 May were none.
    const missing = kinds(provisionalYear(official.year)).flatMap((kind, index) => (kind === 'holiday' && listed[index] !== 'holiday' ? [index] : []))
    expect([official.year, missing]).toEqual([official.year, official.year === 2024 ? [39] : []])
  }
})

test('every year until 2099 can be made, and a mid-autumn among the national days is off once', () => {
  expect(Array.from({ length: 76 }, (_, index) => provisionalYear(2024 + index)).flatMap(checkCalendarYear)).toEqual([])
  expect(provisionalYear(2028).off).toContainEqual(['2028-10-03', '2028-10-03', '中秋节、国庆节'])
})

test('the calendar goes on provisionally after what is built in, and nothing is made up beyond the years it can be reckoned for', () => {
  expect(demoYears(2029).map(({ year, state }) => `${year} ${state}`).slice(2)).toEqual(['2026 official', '2027 provisional', '2028 provisional', '2029 provisional'])
  expect(() => demoYears(2100)).toThrow(expect.objectContaining({ code: 'CALENDAR_MISSING' }) as Error)
})

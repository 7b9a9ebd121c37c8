import type { HandlingLimit } from '../../../domain/rulebook/edition'
import { buildCalendar, type CalendarYear } from '../../../domain/time/calendar'
import { deadlineFor } from '../../../domain/time/deadline'
import { builtInCalendarYears } from '../../../domain/time/holidays'
import { at, calendar, shown } from './support'

const hours = (amount: number): HandlingLimit => ({ amount, unit: 'hour' })
const days = (amount: number): HandlingLimit => ({ amount, unit: 'day' })
const span = (from: string, to: string) => ({ from: at(from), to: at(to) })

test.each([
  ['on a Monday morning', '2026-01-12 09:00', days(3), '2026-01-15 17:30'],
  ['at the last minute of a Monday', '2026-01-12 23:59', days(3), '2026-01-15 17:30'],
  ['at Monday midnight', '2026-01-12 00:00', days(3), '2026-01-15 17:30'],
  ['on a Saturday, so that Monday is day one', '2026-01-10 10:00', days(3), '2026-01-14 17:30'],
  ['on a worked Sunday', '2026-01-04 10:00', days(1), '2026-01-05 17:30'],
  ['before the Spring Festival', '2026-02-13 10:00', days(3), '2026-02-25 17:30'],
  ['for a week of working days', '2026-01-12 09:00', days(7), '2026-01-21 17:30'],
  ['for two hours in the morning', '2026-01-12 09:00', hours(2), '2026-01-12 11:00'],
  ['for two hours over lunch', '2026-01-12 11:00', hours(2), '2026-01-12 15:00'],
  ['for two hours that end at closing time', '2026-01-12 15:30', hours(2), '2026-01-12 17:30'],
  ['for two hours after closing', '2026-01-12 17:30', hours(2), '2026-01-13 10:30'],
  ['for four hours on a Friday evening', '2026-01-09 16:30', hours(4), '2026-01-12 11:30'],
])('dispatched %s', (_, from, limit, due) => {
  expect(shown(deadlineFor(calendar, { from: at(from), limit }))).toBe(due)
})

test.each([
  ['three days and three days are six', '2026-01-12 09:00', days(3), [days(3)], '2026-01-20 17:30'],
  ['two hours and two hours are four', '2026-01-12 09:00', hours(2), [hours(2)], '2026-01-12 15:00'],
  ['hours go on from the close of the last day', '2026-01-12 09:00', days(3), [hours(2)], '2026-01-16 10:30'],
  ['days go on from the day the hours end in', '2026-01-12 09:00', hours(2), [days(1)], '2026-01-13 17:30'],
  ['two extensions', '2026-01-12 09:00', days(1), [days(1), days(1)], '2026-01-15 17:30'],
])('extended: %s', (_, from, limit, extensions, due) => {
  expect(shown(deadlineFor(calendar, { from: at(from), limit, extensions }))).toBe(due)
})

test.each([
  ['inside the limit', hours(2), [span('2026-01-12 10:00', '2026-01-12 10:30')], '2026-01-12 11:30'],
  ['over lunch, which is no working time', hours(2), [span('2026-01-12 10:00', '2026-01-12 14:00')], '2026-01-12 15:00'],
  ['for lunch only: nothing', hours(4), [span('2026-01-12 11:30', '2026-01-12 13:30')], '2026-01-12 15:00'],
  ['that begins one ms before the deadline', hours(2), [{ from: at('2026-01-12 11:00') - 1, to: at('2026-01-12 11:15') }], '2026-01-12 11:15:00.001'],
  ['that begins at the very deadline: nothing', hours(2), [span('2026-01-12 11:00', '2026-01-12 15:00')], '2026-01-12 11:00'],
  ['that begins before the dispatch', hours(2), [span('2026-01-09 10:00', '2026-01-12 10:00')], '2026-01-12 14:00'],
  ['that ends before the dispatch: nothing', hours(2), [span('2026-01-08 10:00', '2026-01-09 10:00')], '2026-01-12 11:00'],
  ['that is empty or back to front: nothing', hours(2), [span('2026-01-12 10:00', '2026-01-12 10:00'), span('2026-01-12 11:00', '2026-01-12 10:00')], '2026-01-12 11:00'],
  ['that is reached only because of another', hours(2), [span('2026-01-12 11:15', '2026-01-12 11:30'), span('2026-01-12 10:00', '2026-01-12 10:30')], '2026-01-12 13:45'],
  ['twice the same', hours(2), [span('2026-01-12 10:00', '2026-01-12 10:30'), span('2026-01-12 10:00', '2026-01-12 10:30')], '2026-01-12 11:30'],
  ['overlapping, in any order', hours(2), [span('2026-01-12 10:15', '2026-01-12 10:45'), span('2026-01-12 10:00', '2026-01-12 10:30')], '2026-01-12 13:45'],
  ['of a day limit, whole days', days(3), [span('2026-01-13 00:00', '2026-01-15 00:00')], '2026-01-19 17:30'],
  ['of a day limit, an hour', days(3), [span('2026-01-13 10:00', '2026-01-13 11:00')], '2026-01-16 09:30'],
])('suspended %s', (_, limit, suspensions, due) => {
  expect(shown(deadlineFor(calendar, { from: at('2026-01-12 09:00'), limit, suspensions }))).toBe(due)
})

test('a deadline is provisional as soon as one day of it lies in a provisional year', () => {
  const due = (from: string, amount: number) => deadlineFor(calendar, { from: at(from), limit: days(amount) })
  expect(due('2026-12-28 09:00', 3)).toEqual({ ok: true, dueAt: at('2026-12-31 17:30'), provisional: false })
  expect(due('2026-12-28 09:00', 4)).toEqual({ ok: true, dueAt: at('2027-01-04 17:30'), provisional: true })
  expect(due('2027-06-01 09:00', 1)).toMatchObject({ provisional: true })
})

test('a close at 24:00 needs no day of the next year', () => {
  const allDay = (years: readonly CalendarYear[]) => buildCalendar(years, [{ from: '2024-01-01', periods: [{ start: '00:00', end: '24:00' }] }])
  const input = { from: at('2026-12-30 09:00'), limit: days(1) }
  const due = { ok: true, dueAt: at('2027-01-01 00:00'), provisional: false }
  expect(deadlineFor(allDay(builtInCalendarYears), input)).toEqual(due)
  expect(deadlineFor(allDay(builtInCalendarYears.slice(0, 3)), input)).toEqual(due)
})

test('a deadline, an extension or the end of a suspension in a year nobody has loaded is refused', () => {
  const missing = { ok: false, code: 'CALENDAR_MISSING', year: 2028 }
  expect(deadlineFor(calendar, { from: at('2027-12-30 09:00'), limit: days(3) })).toEqual(missing)
  expect(deadlineFor(calendar, { from: at('2027-12-31 16:30'), limit: hours(2) })).toEqual(missing)
  expect(deadlineFor(calendar, { from: at('2027-12-30 09:00'), limit: days(1), extensions: [days(1)] })).toEqual(missing)
  const until = (to: string) => ({ from: at('2027-12-20 09:00'), limit: hours(2), suspensions: [span('2027-12-20 10:00', to)] })
  expect(deadlineFor(calendar, until('2028-01-05 09:00'))).toEqual(missing)
  expect(shown(deadlineFor(calendar, until('2027-12-21 10:00')))).toBe('2027-12-21 11:00')
  expect(deadlineFor(calendar, { from: at('2023-12-29 09:00'), limit: days(1) })).toMatchObject({ ok: false, year: 2023 })
})

test('a suspension that comes too late to matter needs no calendar', () => {
  const suspensions = [span('2027-12-20 14:00', '2028-06-01 00:00')]
  expect(shown(deadlineFor(calendar, { from: at('2027-12-20 09:00'), limit: hours(2), suspensions }))).toBe('2027-12-20 11:00')
})

test('a limit or an instant that is none is our own mistake', () => {
  const from = at('2026-01-12 09:00')
  for (const amount of [0, -1, 1.5, NaN]) expect(() => deadlineFor(calendar, { from, limit: days(amount) })).toThrow(RangeError)
  expect(() => deadlineFor(calendar, { from: NaN, limit: days(1) })).toThrow(RangeError)
})

import { addWorkingMs, isWorking, nextWorkingInstant, workingMsBetween } from '../../../domain/time/workingTime'
import { at, calendar, shown } from './support'

// Monday 2026-01-05 is an ordinary working day; the 9th is a Friday.
test.each([
  ['08:30', -1, false], ['08:30', 0, true], ['08:30', 1, true],
  ['11:30', -1, true], ['11:30', 0, false], ['11:30', 1, false],
  ['13:30', -1, false], ['13:30', 0, true], ['13:30', 1, true],
  ['17:30', -1, true], ['17:30', 0, false], ['17:30', 1, false],
] as const)('at %s %i ms work is on: %s', (time, ms, working) => {
  expect(isWorking(calendar, at(`2026-01-05 ${time}`) + ms)).toEqual({ ok: true, working })
})

test.each([
  ['2026-01-05 08:30', -1, '2026-01-05 08:30'],
  ['2026-01-05 08:30', 0, '2026-01-05 08:30'],
  ['2026-01-05 08:30', 1, '2026-01-05 08:30:00.001'],
  ['2026-01-05 11:30', -1, '2026-01-05 11:29:59.999'],
  ['2026-01-05 11:30', 0, '2026-01-05 13:30'],
  ['2026-01-05 13:30', -1, '2026-01-05 13:30'],
  ['2026-01-05 17:30', -1, '2026-01-05 17:29:59.999'],
  ['2026-01-05 17:30', 0, '2026-01-06 08:30'],
  ['2026-01-09 17:30', 1, '2026-01-12 08:30'],
  ['2026-02-14 17:30', 0, '2026-02-24 08:30'],
])('the first working instant from %s %i ms on is %s', (from, ms, expected) => {
  expect(shown(nextWorkingInstant(calendar, at(from) + ms))).toBe(expected)
})

test.each([
  ['2026-01-05 09:00', 2.5 * 3_600_000 - 1, '2026-01-05 11:29:59.999'],
  ['2026-01-05 09:00', 2.5 * 3_600_000, '2026-01-05 11:30'],
  ['2026-01-05 09:00', 2.5 * 3_600_000 + 1, '2026-01-05 13:30:00.001'],
  ['2026-01-05 15:30', 2 * 3_600_000, '2026-01-05 17:30'],
  ['2026-01-05 15:30', 2 * 3_600_000 + 1, '2026-01-06 08:30:00.001'],
  ['2026-01-05 12:00', 1, '2026-01-05 13:30:00.001'],
  ['2026-01-05 12:00', 0, '2026-01-05 12:00'],
])('adding to %s %d ms of work gives %s', (from, ms, expected) => {
  expect(shown(addWorkingMs(calendar, at(from), ms))).toBe(expected)
})

test('working time between two instants counts only what lies inside periods, and is negative backwards', () => {
  expect(workingMsBetween(calendar, at('2026-01-05 11:00'), at('2026-01-05 14:00'))).toEqual({ ok: true, ms: 3_600_000 })
  expect(workingMsBetween(calendar, at('2026-01-05 14:00'), at('2026-01-05 11:00'))).toEqual({ ok: true, ms: -3_600_000 })
  expect(workingMsBetween(calendar, at('2026-01-10 00:00'), at('2026-01-11 24:00'))).toEqual({ ok: true, ms: 0 })
})

test('what touches 2028 is refused, and what ends with the last midnight of 2027 is not', () => {
  expect(workingMsBetween(calendar, at('2027-12-31 17:00'), at('2028-01-01 00:00'))).toEqual({ ok: true, ms: 1_800_000 })
  expect(workingMsBetween(calendar, at('2027-12-31 17:00'), at('2028-01-01 00:00') + 1)).toMatchObject({ ok: false, year: 2028 })
  expect(shown(addWorkingMs(calendar, at('2027-12-31 17:00'), 1_800_000))).toBe('2027-12-31 17:30')
  expect(shown(addWorkingMs(calendar, at('2027-12-31 17:00'), 1_800_001))).toBe('CALENDAR_MISSING 2028')
  expect(shown(nextWorkingInstant(calendar, at('2027-12-31 17:30')))).toBe('CALENDAR_MISSING 2028')
  expect(isWorking(calendar, at('2023-12-31 23:59'))).toMatchObject({ ok: false, year: 2023 })
  expect(isWorking(calendar, at('2030-05-05 10:00'))).toMatchObject({ ok: false, year: 2030 })
  expect(workingMsBetween(calendar, at('2023-12-29 10:00'), at('2024-01-02 10:00'))).toMatchObject({ ok: false, year: 2023 })
})

test('negative working time is our own mistake, not a result', () => {
  expect(() => addWorkingMs(calendar, at('2026-01-05 09:00'), -1)).toThrow(RangeError)
  expect(() => addWorkingMs(calendar, at('2026-01-05 09:00'), NaN)).toThrow(RangeError)
})

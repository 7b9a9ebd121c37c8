import fc from 'fast-check'
import {
  dateOf, dateOfDayNumber, dayNumberOf, dayNumberOfDate, formatIso, instantOf, monthEnd, monthOf, monthStart, msOfDay, parseIso,
  startOfDayNumber, weekdayOf, yearOf,
} from '../../../domain/time/beijing'

const anyInstant = fc.integer({ min: Date.UTC(1900, 0, 1), max: Date.UTC(2200, 0, 1) })

test('the day changes at midnight in Beijing, which is 16:00 in London', () => {
  expect(dateOf(Date.UTC(2025, 11, 31, 15, 59, 59, 999))).toBe('2025-12-31')
  expect(dateOf(Date.UTC(2025, 11, 31, 16))).toBe('2026-01-01')
  expect(monthOf(Date.UTC(2025, 11, 31, 16))).toBe('2026-01')
  expect(yearOf(Date.UTC(2025, 11, 31, 15, 59))).toBe(2025)
  expect(yearOf(Date.UTC(2025, 11, 31, 16))).toBe(2026)
})

test('dates agree with the UTC calendar of the platform, eight hours on', () => {
  fc.assert(
    fc.property(anyInstant, (instant) => {
      const shifted = new Date(instant + 8 * 3_600_000)
      expect(dateOf(instant)).toBe(shifted.toISOString().slice(0, 10))
      expect(weekdayOf(instant)).toBe(shifted.getUTCDay() || 7)
      expect(startOfDayNumber(dayNumberOf(instant))).toBe(Date.parse(`${dateOf(instant)}T00:00:00+08:00`))
      expect(dayNumberOfDate(dateOf(instant))).toBe(dayNumberOf(instant))
      expect(dateOfDayNumber(dayNumberOf(instant))).toBe(dateOf(instant))
    }),
    { numRuns: 2_000 },
  )
})

test('an instant survives being written and read', () => {
  expect(formatIso(Date.UTC(2026, 0, 6, 9, 30))).toBe('2026-01-06T17:30:00+08:00')
  expect(formatIso(Date.UTC(2026, 0, 6, 9, 30, 5, 7))).toBe('2026-01-06T17:30:05.007+08:00')
  fc.assert(
    fc.property(anyInstant, (instant) => {
      expect(parseIso(formatIso(instant))).toBe(instant)
      expect(parseIso(new Date(instant).toISOString())).toBe(instant)
      expect(Date.parse(formatIso(instant))).toBe(instant)
    }),
    { numRuns: 2_000 },
  )
})

test.each([
  ['2026-01-06T17:30', '2026-01-06T17:30:00+08:00'],
  ['2026-01-06T17:30:15', '2026-01-06T17:30:15+08:00'],
  ['2026-01-06T17:30+08:00', '2026-01-06T17:30:00+08:00'],
  ['2026-01-06T17:30:15Z', '2026-01-07T01:30:15+08:00'],
  ['2026-01-06T17:30:15.5Z', '2026-01-07T01:30:15.500+08:00'],
  ['2024-02-29T00:00', '2024-02-29T00:00:00+08:00'],
])('%s is read as %s', (text, expected) => {
  expect(formatIso(parseIso(text)!)).toBe(expected)
})

test.each([
  '', '2026-01-06', '2026-1-6T17:30', '2026-02-29T10:00', '2026-02-30T10:00', '2026-04-31T10:00', '2026-13-01T10:00', '2026-00-10T10:00',
  '2026-01-00T10:00', '2026-01-06T24:00', '2026-01-06T17:60', '2026-01-06T17:30:60', '2026-01-06 17:30', '2026-01-06T17:30+09:00',
  '2026-01-06T17:30 ', '1900-02-29T00:00', '二〇二六年',
])('%j is no instant', (text) => {
  expect(parseIso(text)).toBeUndefined()
})

test('24:00 is the end of a day and 24:01 is nothing', () => {
  expect(msOfDay('24:00')).toBe(86_400_000)
  expect(instantOf('2026-01-06', '24:00')).toBe(instantOf('2026-01-07', '00:00'))
  for (const time of ['24:01', '25:00', '08:60', '8:30', '']) expect(msOfDay(time)).toBeUndefined()
  expect(() => instantOf('2026-02-30', '08:30')).toThrow(RangeError)
})

test('months are half-open and meet', () => {
  expect(formatIso(monthStart('2026-01'))).toBe('2026-01-01T00:00:00+08:00')
  for (const [month, next] of [['2026-01', '2026-02'], ['2026-02', '2026-03'], ['2024-02', '2024-03'], ['2026-04', '2026-05'], ['2026-12', '2027-01']] as const) {
    expect(monthEnd(month)).toBe(monthStart(next))
    expect(monthOf(monthEnd(month) - 1)).toBe(month)
  }
})

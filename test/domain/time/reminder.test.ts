import type { HandlingLimit } from '../../../domain/rulebook/edition'
import { formatIso } from '../../../domain/time/beijing'
import { remindersFor, workingMsLeft } from '../../../domain/time/reminder'
import { at, calendar } from './support'

const hours = (amount: number): HandlingLimit => ({ amount, unit: 'hour' })
const days = (amount: number): HandlingLimit => ({ amount, unit: 'day' })
const span = (from: string, to: string) => ({ from: at(from), to: at(to) })
const clock = (instant: number): string => formatIso(instant).slice(0, 16).replace('T', ' ')

test.each([
  // from, limit, suspensions, half, fifth, due
  ['2026-01-12 09:00', hours(2), [], '2026-01-12 10:00', '2026-01-12 10:36', '2026-01-12 11:00'],
  // Half is spent at 11:30 sharp: the reminder waits for the afternoon.
  ['2026-01-12 10:30', hours(2), [], '2026-01-12 13:30', '2026-01-12 14:06', '2026-01-12 14:30'],
  // Half is spent at Friday's closing: Monday's opening.
  ['2026-01-09 15:30', hours(4), [], '2026-01-12 08:30', '2026-01-12 09:42', '2026-01-12 10:30'],
  // A day limit: 6.5 h are left of Monday, 7 h each of three days: 27.5 h, half after 13.75 h, 5.5 h are a fifth.
  ['2026-01-12 09:00', days(3), [], '2026-01-14 08:45', '2026-01-15 10:00', '2026-01-15 17:30'],
  // The suspension counts neither as gone nor as left.
  ['2026-01-12 09:00', hours(2), [span('2026-01-12 09:30', '2026-01-12 10:30')], '2026-01-12 11:00', '2026-01-12 13:36', '2026-01-12 14:00'],
  // Half is spent when the suspension begins: the reminder waits for its end.
  ['2026-01-12 09:00', hours(2), [span('2026-01-12 10:00', '2026-01-12 11:00')], '2026-01-12 11:00', '2026-01-12 13:36', '2026-01-12 14:00'],
  // Half is spent at Friday's closing, and the suspension begins on Saturday.
  ['2026-01-09 15:30', hours(4), [span('2026-01-10 09:00', '2026-01-13 09:00')], '2026-01-13 09:00', '2026-01-13 10:12', '2026-01-13 11:00'],
] as const)('dispatched %s, the reminders come when half and a fifth of the working time is left', (from, limit, suspensions, half, fifth, due) => {
  const reminders = remindersFor(calendar, { from: at(from), limit, suspensions })
  if (!reminders.ok) throw new Error(reminders.code)
  expect([reminders.half, reminders.fifth, reminders.dueAt].map(clock)).toEqual([half, fifth, due])
})

test('reminders need the same calendar as the deadline', () => {
  expect(remindersFor(calendar, { from: at('2027-12-30 09:00'), limit: days(3) })).toEqual({ ok: false, code: 'CALENDAR_MISSING', year: 2028 })
})

test('the working time left stands still at night and goes below zero after the deadline', () => {
  const due = at('2026-01-12 10:30')
  expect(workingMsLeft(calendar, at('2026-01-09 17:00'), due)).toEqual({ ok: true, ms: 150 * 60_000 })
  expect(workingMsLeft(calendar, at('2026-01-09 17:30'), due)).toEqual({ ok: true, ms: 120 * 60_000 })
  expect(workingMsLeft(calendar, at('2026-01-11 03:00'), due)).toEqual({ ok: true, ms: 120 * 60_000 })
  expect(workingMsLeft(calendar, due, due)).toEqual({ ok: true, ms: 0 })
  expect(workingMsLeft(calendar, at('2026-01-12 11:00'), due)).toEqual({ ok: true, ms: -30 * 60_000 })
})

test('the working time left is without the suspensions that are still to come', () => {
  const suspensions = [span('2026-01-12 10:00', '2026-01-12 11:00')]
  const left = (now: string) => workingMsLeft(calendar, at(now), at('2026-01-12 14:00'), suspensions)
  expect(left('2026-01-12 09:00')).toEqual({ ok: true, ms: 120 * 60_000 })
  expect(left('2026-01-12 10:30')).toEqual({ ok: true, ms: 60 * 60_000 })
  expect(left('2026-01-12 11:15')).toEqual({ ok: true, ms: 45 * 60_000 })
})

/** Bugs other systems really had (domain.md section 4), one test each. */
import { buildCalendar } from '../../../domain/time/calendar'
import { deadlineFor } from '../../../domain/time/deadline'
import { explainDeadline } from '../../../domain/time/explain'
import { builtInCalendarYears } from '../../../domain/time/holidays'
import { isOverdue } from '../../../domain/time/overdue'
import { remindersFor, workingMsLeft } from '../../../domain/time/reminder'
import { addWorkingMs, isWorking, workingMsBetween } from '../../../domain/time/workingTime'
import { at, calendar, shown } from './support'

const HOUR = 3_600_000

test('a pause over the weekend costs its working half hour, not its 63 hours', () => {
  const suspensions = [{ from: at('2026-01-09 17:30'), to: at('2026-01-12 09:00') }]
  expect(shown(deadlineFor(calendar, { from: at('2026-01-09 17:00'), limit: { amount: 2, unit: 'hour' }, suspensions }))).toBe('2026-01-12 10:30')
})

test('a pause over lunch costs only what lies outside lunch', () => {
  const suspensions = [{ from: at('2026-01-12 11:30'), to: at('2026-01-12 14:30') }]
  expect(shown(deadlineFor(calendar, { from: at('2026-01-12 10:30'), limit: { amount: 3, unit: 'hour' }, suspensions }))).toBe('2026-01-12 16:30')
})

test('next year’s holidays hold for a limit that begins this year', () => {
  expect(shown(deadlineFor(calendar, { from: at('2025-12-31 16:00'), limit: { amount: 3, unit: 'day' } }))).toBe('2026-01-06 17:30')
  expect(shown(deadlineFor(calendar, { from: at('2025-12-31 16:00'), limit: { amount: 2, unit: 'hour' } }))).toBe('2026-01-04 09:00')
})

test('an answer at the exact deadline is on time for everybody who asks', () => {
  const input = { from: at('2026-01-12 15:30'), limit: { amount: 2, unit: 'hour' } } as const
  const due = deadlineFor(calendar, input)
  const reminders = remindersFor(calendar, input)
  const explanation = explainDeadline(calendar, input, { ruleEdition: '' })
  if (!due.ok || !reminders.ok || !explanation.ok) throw new Error('unexpected refusal')
  expect([reminders.dueAt, explanation.dueAt]).toEqual([due.dueAt, due.dueAt])
  expect(isOverdue(due.dueAt, due.dueAt)).toBe(false)
  expect(isOverdue(due.dueAt, due.dueAt + 1)).toBe(true)
  expect(workingMsLeft(calendar, due.dueAt, due.dueAt)).toEqual({ ok: true, ms: 0 })
})

test('the afternoon counts as well as the morning', () => {
  expect(workingMsBetween(calendar, at('2026-01-12 00:00'), at('2026-01-12 24:00'))).toEqual({ ok: true, ms: 7 * HOUR })
  expect(shown(addWorkingMs(calendar, at('2026-01-12 08:30'), 4 * HOUR))).toBe('2026-01-12 14:30')
})

test('a round-the-clock calendar has no hole at midnight', () => {
  const allDay = buildCalendar(builtInCalendarYears, [{ from: '2024-01-01', periods: [{ start: '00:00', end: '24:00' }] }])
  expect(workingMsBetween(allDay, at('2026-01-12 00:00'), at('2026-01-14 00:00'))).toEqual({ ok: true, ms: 48 * HOUR })
  for (const [midnight, offset] of [['2026-01-13 00:00', -1], ['2026-01-13 00:00', 0]] as const) {
    expect(isWorking(allDay, at(midnight) + offset)).toEqual({ ok: true, working: true })
  }
  expect(shown(addWorkingMs(allDay, at('2026-01-12 23:00'), 2 * HOUR))).toBe('2026-01-13 01:00')
  expect(shown(addWorkingMs(allDay, at('2026-01-12 23:00'), 25 * HOUR))).toBe('2026-01-14 00:00')
  expect(shown(deadlineFor(allDay, { from: at('2026-01-12 09:00'), limit: { amount: 1, unit: 'day' } }))).toBe('2026-01-14 00:00')
  const extended = { from: at('2026-01-12 09:00'), limit: { amount: 1, unit: 'day' }, extensions: [{ amount: 1, unit: 'day' }] } as const
  expect(shown(deadlineFor(allDay, extended))).toBe('2026-01-15 00:00')
})

test('where two periods touch, nothing closes', () => {
  const touching = [{ start: '08:00', end: '12:00' }, { start: '12:00', end: '16:00' }]
  const joined = buildCalendar(builtInCalendarYears, [{ from: '2024-01-01', periods: touching }])
  const reminders = remindersFor(joined, { from: at('2026-01-12 11:00'), limit: { amount: 2, unit: 'hour' } })
  expect(reminders).toEqual({ ok: true, half: at('2026-01-12 12:00'), fifth: at('2026-01-12 12:36'), dueAt: at('2026-01-12 13:00') })
})

test('a pause stays when the limit or the working hours change', () => {
  const suspensions = [{ from: at('2026-01-12 10:00'), to: at('2026-01-12 11:00') }]
  const due = (amount: number, by = calendar) =>
    shown(deadlineFor(by, { from: at('2026-01-12 09:00'), limit: { amount, unit: 'hour' }, suspensions }))
  expect([due(2), due(4)]).toEqual(['2026-01-12 14:00', '2026-01-12 16:00'])
  const longer = buildCalendar(builtInCalendarYears, [{ from: '2024-01-01', periods: [{ start: '08:30', end: '17:30' }] }])
  expect(due(4, longer)).toBe('2026-01-12 14:00')
  const extended = { from: at('2026-01-12 09:00'), limit: { amount: 2, unit: 'hour' }, extensions: [{ amount: 2, unit: 'hour' }], suspensions } as const
  expect(shown(deadlineFor(calendar, extended))).toBe('2026-01-12 16:00')
})

test('no reminder comes at midnight, at closing time or at the weekend', () => {
  for (let minute = 0; minute < 7 * 1_440; minute += 30) {
    for (const limit of [{ amount: 2, unit: 'hour' }, { amount: 3, unit: 'day' }] as const) {
      const reminders = remindersFor(calendar, { from: at('2026-01-12 00:00') + minute * 60_000, limit })
      if (!reminders.ok) throw new Error(reminders.code)
      for (const instant of [reminders.half, reminders.fifth]) expect(isWorking(calendar, instant)).toEqual({ ok: true, working: true })
      expect(reminders.half).toBeLessThan(reminders.fifth)
      expect(reminders.fifth).toBeLessThan(reminders.dueAt)
    }
  }
})

import type { CalendarYear } from '../../../domain/time/calendar'
import { buildCalendar, checkCalendarYear } from '../../../domain/time/calendar'
import { instantOf } from '../../../domain/time/beijing'
import { builtInCalendarYears } from '../../../domain/time/holidays'
import { checkWorkingHours } from '../../../domain/time/workingHours'
import { addWorkingMs, isWorking, workingMsBetween } from '../../../domain/time/workingTime'
import { at, defaultHours, shown } from './support'

const plain = (changes: Partial<CalendarYear> = {}): CalendarYear => ({
  year: 2026, state: 'official', source: '通知', version: 1, off: [['2026-01-01', '2026-01-03', '元旦']], work: ['2026-01-04'], ...changes,
})

test('the built-in years are sound, and have the working days the notices give', () => {
  expect(builtInCalendarYears.map((year) => [year.year, checkCalendarYear(year)])).toEqual([2024, 2025, 2026, 2027].map((year) => [year, []]))
  const calendar = buildCalendar(builtInCalendarYears, defaultHours)
  const workingDays = (year: number): number => {
    const ms = workingMsBetween(calendar, instantOf(`${year}-01-01`, '00:00'), instantOf(`${year}-12-31`, '24:00'))
    return ms.ok ? ms.ms / (7 * 3_600_000) : NaN
  }
  expect([2024, 2025, 2026].map(workingDays)).toEqual([251, 248, 248])
})

test.each<[string, Partial<CalendarYear>, string]>([
  ['a year that is none', { year: 2026.5 }, '年份无效'],
  ['a version that is none', { version: 0 }, '版本号无效'],
  ['no source', { source: ' ' }, '没有写明来源文件'],
  ['a date that does not exist', { off: [['2026-02-29', '2026-02-29', '春节']] }, '日期无效:2026-02-29'],
  ['a date of another year', { off: [['2025-12-31', '2026-01-03', '元旦']] }, '日期不在2026年内:2025-12-31'],
  ['a holiday back to front', { off: [['2026-01-03', '2026-01-01', '元旦']] }, '放假起止颠倒'],
  ['two holidays on one day', { off: [['2026-01-01', '2026-01-03', '元旦'], ['2026-01-03', '2026-01-03', '又一']] }, '放假日期重叠'],
  ['a holiday without a name', { off: [['2026-01-01', '2026-01-03', '']] }, '没有名称'],
  ['a make-up day in the week', { work: ['2026-01-05'] }, '调休上班日不是周末:2026-01-05'],
  ['a day both off and worked', { work: ['2026-01-03'] }, '既放假又上班:2026-01-03'],
  ['a make-up day twice', { work: ['2026-01-04', '2026-01-04'] }, '调休上班日重复:2026-01-04'],
])('a calendar year with %s is refused', (_, changes, problem) => {
  expect(checkCalendarYear(plain(changes)).join()).toContain(problem)
  expect(() => buildCalendar([plain(changes)], defaultHours)).toThrow(problem)
})

test('a sound calendar year has nothing against it', () => {
  expect(checkCalendarYear(plain())).toEqual([])
})

test.each<[string, Parameters<typeof checkWorkingHours>[0]]>([
  ['none at all', []],
  ['a day without periods', [{ from: '2024-01-01', periods: [] }]],
  ['a period back to front', [{ from: '2024-01-01', periods: [{ start: '17:30', end: '13:30' }] }]],
  ['periods that overlap', [{ from: '2024-01-01', periods: [{ start: '08:30', end: '11:30' }, { start: '11:00', end: '12:00' }] }]],
  ['periods out of order', [{ from: '2024-01-01', periods: [{ start: '13:30', end: '17:30' }, { start: '08:30', end: '11:30' }] }]],
  ['a time that is none', [{ from: '2024-01-01', periods: [{ start: '08:30', end: '24:30' }] }]],
  ['a date that is none', [{ from: '2024-02-30', periods: [{ start: '08:30', end: '11:30' }] }]],
  ['one date twice', [defaultHours[0]!, defaultHours[0]!]],
])('working hours with %s are refused', (_, hours) => {
  expect(checkWorkingHours(hours)).not.toEqual([])
  expect(() => buildCalendar([plain()], hours)).toThrow(RangeError)
})

test('one year loaded twice is refused: the caller chooses the version', () => {
  expect(() => buildCalendar([plain(), plain({ version: 2 })], defaultHours)).toThrow('同一年有两份日历')
})

test('summer hours hold from their day on, in whatever order they were listed', () => {
  const summer = { from: '2026-07-01', periods: [{ start: '08:00', end: '11:30' }, { start: '14:30', end: '18:00' }] }
  const winter = { ...defaultHours[0]!, from: '2026-10-01' }
  const calendar = buildCalendar(builtInCalendarYears, [winter, ...defaultHours, summer])
  expect(isWorking(calendar, at('2026-06-30 08:15'))).toEqual({ ok: true, working: false })
  expect(isWorking(calendar, at('2026-07-01 08:15'))).toEqual({ ok: true, working: true })
  expect(isWorking(calendar, at('2026-10-08 08:15'))).toEqual({ ok: true, working: false })
  expect(shown(addWorkingMs(calendar, at('2026-06-30 17:00'), 3_600_000))).toBe('2026-07-01 08:30')
})

test('a year between that is not loaded is missing, not skipped', () => {
  const gap = buildCalendar([builtInCalendarYears[0], builtInCalendarYears[2]], defaultHours)
  expect(workingMsBetween(gap, at('2024-12-31 16:00'), at('2024-12-31 24:00'))).toEqual({ ok: true, ms: 90 * 60_000 })
  expect(workingMsBetween(gap, at('2024-12-31 16:00'), at('2026-01-04 09:00'))).toEqual({ ok: false, code: 'CALENDAR_MISSING', year: 2025 })
  expect(shown(addWorkingMs(gap, at('2024-12-31 16:00'), 3 * 3_600_000))).toBe('CALENDAR_MISSING 2025')
  expect(shown(addWorkingMs(gap, at('2025-06-01 16:00'), 1))).toBe('CALENDAR_MISSING 2025')
})

test('days before the first working hours are missing too', () => {
  const late = buildCalendar([plain()], [{ ...defaultHours[0]!, from: '2026-03-01' }])
  expect(shown(addWorkingMs(late, at('2026-02-27 16:00'), 1))).toBe('CALENDAR_MISSING 2026')
  expect(shown(addWorkingMs(late, at('2026-03-01 00:00'), 60_000))).toBe('2026-03-02 08:31')
})

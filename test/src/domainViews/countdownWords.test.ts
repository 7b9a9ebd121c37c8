import { builtInEdition } from '../../../domain/rulebook/builtIn'
import { buildCalendar } from '../../../domain/time/calendar'
import { builtInCalendarYears } from '../../../domain/time/holidays'
import { countdownWords, pauseWords } from '@/domainViews/countdownWords'
import { endWords, momentWords } from '@/domainViews/momentWords'

const calendar = buildCalendar(builtInCalendarYears, builtInEdition.decisions.workingHours)
const at = (time: string) => Date.parse(`${time}:00+08:00`)

it.each([
  ['2026-11-24T12:10', '午休不计时，13:30 继续'],
  ['2026-11-24T11:30', '午休不计时，13:30 继续'],
  ['2026-11-24T07:00', '还没到工作时间，不计时，08:30 继续'],
  ['2026-11-24T17:30', '下班后不计时，明天（周三）08:30 继续'],
  ['2026-11-28T10:00', '周末不计时，后天（周一）08:30 继续'],
  ['2026-10-02T10:00', '国庆节放假不计时，10月8日（周四）08:30 继续'],
])('at %s the clock stands: %s', (time, words) => {
  expect(pauseWords(calendar, at(time))).toBe(words)
})

it('in working time nothing is said about a pause', () => {
  expect(pauseWords(calendar, at('2026-11-24T11:29'))).toBeNull()
})

it('what is left is told in working time, and until when', () => {
  expect(countdownWords(calendar, at('2026-11-24T14:30'), at('2026-11-24T10:10'))).toMatchObject({ caption: '还剩（工作时间）', value: '2 小时 20 分', lines: ['应在今天（周二）14:30前回复'], tone: 'info' })
})

it('a millisecond after the deadline it is overdue, at the deadline it is not', () => {
  const dueAt = at('2026-11-24T14:30')
  expect(countdownWords(calendar, dueAt, dueAt).caption).toBe('还剩（工作时间）')
  expect(countdownWords(calendar, dueAt, dueAt + 1)).toMatchObject({ caption: '已超时（工作时间）', value: '不到 1 分钟', tone: 'urgent' })
})

it('a deadline at midnight belongs to the day it closes; another year is named', () => {
  const now = at('2026-12-30T10:00')
  expect(endWords(at('2026-12-31T00:00'), now)).toBe('今天（周三）24:00')
  expect(momentWords(at('2027-01-05T08:30'), now)).toBe('2027年1月5日（周二）08:30')
})

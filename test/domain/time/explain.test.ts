import type { HandlingLimit } from '../../../domain/rulebook/edition'
import { buildCalendar } from '../../../domain/time/calendar'
import type { DeadlineInput } from '../../../domain/time/deadline'
import { explainDeadline, explanationText } from '../../../domain/time/explain'
import { builtInCalendarYears } from '../../../domain/time/holidays'
import { at, calendar, defaultHours } from './support'

const hours = (amount: number): HandlingLimit => ({ amount, unit: 'hour' })
const days = (amount: number): HandlingLimit => ({ amount, unit: 'day' })

function explain(input: DeadlineInput, by = calendar) {
  const explanation = explainDeadline(by, input, { ruleEdition: '第一版' })
  if (!explanation.ok) throw new Error(explanation.code)
  return explanation
}
const story = (input: DeadlineInput, by = calendar): string[] => explanationText(explain(input, by))

test('a limit over New Year is told day by day', () => {
  expect(story({ from: at('2025-12-31 16:00'), limit: days(3) })).toEqual([
    '时限：3个工作日',
    '2025-12-31（周三） 16:00 派遣，当日不计',
    '2026-01-01（周四）至01-03（周六） 元旦放假，不计',
    '2026-01-04（周日） 调休上班，第1个工作日',
    '2026-01-05（周一） 第2个工作日',
    '2026-01-06（周二） 第3个工作日',
    '截止：2026-01-06（周二） 17:30',
    '工作时段：08:30–11:30、13:30–17:30',
    '日历：2025年（国办发明电〔2024〕12号，2024-11-12，第1版）；2026年（国务院办公厅关于2026年部分节假日安排的通知，2025-11-04，第1版）',
    '规则：第一版',
  ])
})

test('a suspension is told with its reason and who approved it', () => {
  const suspensions = [{ from: at('2026-01-09 17:30'), to: at('2026-01-12 09:00'), reason: '等待配件', approvedBy: '考核办 王' }]
  expect(story({ from: at('2026-01-09 17:00'), limit: hours(2), suspensions }).slice(0, 6)).toEqual([
    '时限：2个工作时',
    '暂停：2026-01-09（周五） 17:30 至 2026-01-12（周一） 09:00，扣除工作时间30分钟；原因：等待配件；批准：考核办 王',
    '2026-01-09（周五） 17:00 派遣，计 17:00–17:30，30分钟，累计30分钟',
    '2026-01-10（周六）至01-11（周日） 周末，不计',
    '2026-01-12（周一） 计 09:00–10:30，90分钟，累计120分钟，暂停30分钟',
    '截止：2026-01-12（周一） 10:30',
  ])
})

test('a day limit with a suspension is told in minutes, suspended days in one line', () => {
  const suspensions = [{ from: at('2026-01-13 10:00'), to: at('2026-01-16 10:00') }]
  expect(story({ from: at('2026-01-12 09:00'), limit: days(1), extensions: [days(1)], suspensions }).slice(0, 8)).toEqual([
    '时限：1个工作日，延期1个工作日',
    '暂停：2026-01-13（周二） 10:00 至 2026-01-16（周五） 10:00，扣除工作时间1260分钟',
    '2026-01-12（周一） 09:00 派遣，当日不计',
    '2026-01-13（周二） 计 08:30–10:00，90分钟，累计90分钟，暂停330分钟',
    '2026-01-14（周三）至01-15（周四） 暂停，不计',
    '2026-01-16（周五） 计 10:00–11:30、13:30–17:30，330分钟，累计420分钟，暂停90分钟',
    '2026-01-17（周六）至01-18（周日） 周末，不计',
    '2026-01-19（周一） 计 08:30–11:30、13:30–17:30，420分钟，累计840分钟',
  ])
})

test('dispatch after closing, on a weekend and by the second', () => {
  const second = (input: DeadlineInput): string => story(input)[1]!
  expect(second({ from: at('2026-01-09 18:00'), limit: hours(2) })).toBe('2026-01-09（周五） 18:00 派遣，已过工作时段，不计')
  expect(second({ from: at('2026-01-10 10:00'), limit: hours(2) })).toBe('2026-01-10（周六） 10:00 派遣，周末，不计')
  expect(second({ from: at('2026-01-10 10:00'), limit: days(2) })).toBe('2026-01-10（周六） 10:00 派遣，当日不计')
  expect(second({ from: at('2026-01-09 16:00') + 30_000, limit: hours(2) })).toBe('2026-01-09（周五） 16:00:30 派遣，计 16:00:30–17:30，89分30秒，累计89分30秒')
})

test('a provisional deadline says so, and which year is open', () => {
  const told = story({ from: at('2026-12-31 09:00'), limit: days(1) })
  expect(told).toContain('2027年放假安排尚未发布，截止时间为暂定')
  expect(told).toContain('2027-01-01（周五） 元旦放假，不计')
})

test('a close at midnight is told as 24:00 of its day', () => {
  const allDay = buildCalendar(builtInCalendarYears, [{ from: '2024-01-01', periods: [{ start: '00:00', end: '24:00' }] }])
  expect(story({ from: at('2026-01-12 09:00'), limit: days(1) }, allDay)).toContain('截止：2026-01-13（周二） 24:00')
})

test('working hours that change on the way are both named', () => {
  const changing = buildCalendar(builtInCalendarYears, [
    ...defaultHours,
    { from: '2026-07-01', periods: [{ start: '08:00', end: '12:00' }] },
    { from: '2026-10-01', periods: [{ start: '09:00', end: '12:00' }] },
  ])
  expect(story({ from: at('2026-06-29 09:00'), limit: days(2) }, changing)).toContain('工作时段：2024-01-01起 08:30–11:30、13:30–17:30；2026-07-01起 08:00–12:00')
  expect(explain({ from: at('2026-07-06 09:00'), limit: days(2) }, changing).hours.map(({ from }) => from)).toEqual(['2026-07-01'])
})

test('a suspension on the uncounted day of dispatch is made up for at the end', () => {
  const suspensions = [{ from: at('2026-01-12 10:00'), to: at('2026-01-12 11:00') }]
  const explanation = explain({ from: at('2026-01-12 09:00'), limit: days(1), suspensions })
  expect(explanation.requiredMs).toBe(8 * 3_600_000)
  expect(explanation.days.map(({ date, countedMs }) => [date, countedMs / 3_600_000])).toEqual([['2026-01-12', 0], ['2026-01-13', 7], ['2026-01-14', 1]])
})

test('what cannot be reckoned cannot be explained', () => {
  expect(explainDeadline(calendar, { from: at('2027-12-30 09:00'), limit: days(3) }, { ruleEdition: '' })).toMatchObject({ ok: false, year: 2028 })
})

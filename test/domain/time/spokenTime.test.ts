import { instantOf } from '../../../domain/time/beijing'
import { spokenDate, spokenEnd } from '../../../domain/time/spokenTime'

/** A Tuesday. */
const NOW = instantOf('2026-12-01', '10:00')

test.each([
  ['2026-12-01', '14:30', '今天下午两点半'],
  ['2026-12-01', '24:00', '今天晚上十二点'],
  ['2026-12-01', '12:00', '今天中午十二点'],
  ['2026-12-01', '12:59', '今天中午十二点五十九分'],
  ['2026-12-01', '13:00', '今天下午一点'],
  ['2026-12-01', '11:30', '今天上午十一点半'],
  ['2026-12-01', '17:59', '今天下午五点五十九分'],
  ['2026-12-01', '18:00', '今天晚上六点'],
  ['2026-12-01', '08:00', '今天上午八点'],
  ['2026-12-01', '07:59', '今天早上七点五十九分'],
  ['2026-12-02', '00:01', '明天凌晨零点零一分'],
  ['2026-12-02', '02:05', '明天凌晨两点零五分'],
  ['2026-12-02', '10:10', '明天上午十点十分'],
  ['2026-12-03', '09:20', '后天上午九点二十分'],
  ['2026-12-04', '16:00', '这周五下午四点'],
  ['2026-12-06', '16:00', '这周日下午四点'],
  ['2026-12-07', '14:00', '下周一下午两点'],
  ['2026-12-13', '24:00', '下周日晚上十二点'],
  ['2026-12-14', '14:00', '12月14日下午两点'],
  ['2027-01-04', '14:00', '2027年1月4日下午两点'],
  ['2026-11-30', '14:00', '昨天下午两点'],
  ['2026-11-29', '14:00', '前天下午两点'],
  ['2026-11-28', '14:00', '11月28日下午两点'],
])('a promise that ends %s %s is said on 1 December as %s', (date, time, words) => {
  expect(spokenEnd(instantOf(date, time), NOW)).toBe(words)
})

test('seconds are cut off, so that a promise is never said later than it is', () => {
  expect(spokenEnd(instantOf('2026-12-01', '14:30') + 59_999, NOW)).toBe('今天下午两点半')
})

test('on a Sunday the next day is tomorrow, and the Monday after it is no more next week', () => {
  const sunday = instantOf('2026-12-06', '10:00')
  expect([spokenEnd(instantOf('2026-12-07', '09:00'), sunday), spokenEnd(instantOf('2026-12-09', '09:00'), sunday), spokenEnd(instantOf('2026-12-14', '09:00'), sunday)]).toEqual(['明天上午九点', '下周三上午九点', '12月14日上午九点'])
})

test.each([
  ['2026-12-03', '14:30', '12月3日周四下午两点半'],
  ['2026-12-31', '24:00', '12月31日周四晚上十二点'],
  ['2027-01-04', '09:05', '1月4日周一上午九点零五分'],
])('in a message, which is read on any day, the day is named: %s %s', (date, time, words) => {
  expect(spokenDate(instantOf(date, time))).toBe(words)
})

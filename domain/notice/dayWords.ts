import { dateOf, weekdayOf } from '../time/beijing'
import { clockOfEnd, toMinute, weekdayName } from '../time/chineseTime'

/** `11月24日（周二）14:30`: how a sentence names the instant by which something must be done. */
export function dayWords(instant: number): string {
  const end = toMinute(instant)
  const [, month, day] = dateOf(end - 1).split('-').map(Number)
  return `${month}月${day}日（${weekdayName(weekdayOf(end - 1))}）${clockOfEnd(end)}`
}

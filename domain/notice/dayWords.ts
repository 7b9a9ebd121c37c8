import { dateOf, weekdayOf } from '../time/beijing'
import { clockOfEnd, weekdayName } from '../time/chineseTime'

/** `11月24日（周二）14:30`: how a sentence names the instant by which something must be done. */
export function dayWords(instant: number): string {
  const [, month, day] = dateOf(instant - 1).split('-').map(Number)
  return `${month}月${day}日（${weekdayName(weekdayOf(instant - 1))}）${clockOfEnd(instant)}`
}

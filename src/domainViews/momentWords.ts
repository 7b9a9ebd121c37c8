import { dayNumberOf, yearOf } from '../../domain/time/beijing'
import { clockOf, clockOfEnd, toMinute, weekdayName } from '../../domain/time/chineseTime'
import { civilOfDayNumber, weekdayOfDayNumber } from '../../domain/time/civil'

const NEAR: Readonly<Record<number, string>> = { [-2]: '前天', [-1]: '昨天', 0: '今天', 1: '明天', 2: '后天' }

/** 今天（周二）, 12月31日（周四）, and with the year where it is another one. */
export function dayWords(dayNumber: number, now: number): string {
  const { year, month, day } = civilOfDayNumber(dayNumber)
  const date = `${year === yearOf(now) ? '' : `${year}年`}${month}月${day}日`
  return `${NEAR[dayNumber - dayNumberOf(now)] ?? date}（${weekdayName(weekdayOfDayNumber(dayNumber))}）`
}

/** 今天（周二）14:20, Beijing time. */
export const momentWords = (instant: number, now: number): string => `${dayWords(dayNumberOf(instant), now)}${clockOf(toMinute(instant))}`

/** The same of an instant at which something ends: midnight is 24:00 of the day it closes. */
export const endWords = (instant: number, now: number): string => `${dayWords(dayNumberOf(toMinute(instant) - 1), now)}${clockOfEnd(toMinute(instant))}`

/** 今天（周二）: the day an instant falls on. */
export const dayOf = (instant: number, now: number): string => dayWords(dayNumberOf(instant), now)

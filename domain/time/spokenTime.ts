import { HOUR_MS, MINUTE_MS, dateOf, dayNumberOf, startOfDayNumber, weekdayOf, yearOf } from './beijing'
import { toMinute, weekdayName } from './chineseTime'
import { civilOfDayNumber, weekdayOfDayNumber } from './civil'

/** How a promise is said aloud: 今天下午两点半. Seconds are cut off, which never makes it later; midnight is twelve at night of the day it closes. */

const DIGITS = '零一二三四五六七八九'
const numeral = (value: number): string => (value < 10 ? DIGITS[value]! : `${value < 20 ? '' : DIGITS[Math.floor(value / 10)]!}十${value % 10 === 0 ? '' : DIGITS[value % 10]!}`)

/** 时段 by the hour a person would say it at. */
const PARTS = [[6, '凌晨'], [8, '早上'], [12, '上午'], [13, '中午'], [18, '下午'], [25, '晚上']] as const

function clockWords(ms: number): string {
  const [hour, minute] = [Math.floor(ms / HOUR_MS), Math.floor(ms / MINUTE_MS) % 60]
  const twelve = hour > 12 ? hour - 12 : hour
  const part = PARTS.find(([until]) => hour < until)![1]
  const past = minute === 0 ? '' : minute === 30 ? '半' : `${minute < 10 ? '零' : ''}${numeral(minute)}分`
  return `${part}${twelve === 2 ? '两' : numeral(twelve)}点${past}`
}

function endOf(instant: number): { day: number; clock: string } {
  const at = toMinute(instant)
  const day = dayNumberOf(at - 1)
  return { day, clock: clockWords(at - startOfDayNumber(day)) }
}

const NEAR: Readonly<Record<number, string>> = { [-2]: '前天', [-1]: '昨天', 0: '今天', 1: '明天', 2: '后天' }
const WEEK = 7

/** 今天, 这周五, 下周一, 12月15日: the day as it is said on another one. */
function spokenDay(day: number, now: number): string {
  const today = dayNumberOf(now)
  const monday = today - (weekdayOfDayNumber(today) - 1)
  const weekday = weekdayName(weekdayOfDayNumber(day))
  if (NEAR[day - today]) return NEAR[day - today]!
  if (day > today && day < monday + WEEK) return `这${weekday}`
  if (day > today && day < monday + 2 * WEEK) return `下${weekday}`
  const { year, month, day: dayOfMonth } = civilOfDayNumber(day)
  return `${year === yearOf(now) ? '' : `${year}年`}${month}月${dayOfMonth}日`
}

/** 今天下午两点半: the end of a promise, to somebody who reads it now. */
export function spokenEnd(instant: number, now: number): string {
  const { day, clock } = endOf(instant)
  return `${spokenDay(day, now)}${clock}`
}

/** 12月3日周四下午两点半: the same in a message, which may be read on another day. */
export function spokenDate(instant: number): string {
  const { day, clock } = endOf(instant)
  const noon = startOfDayNumber(day) + 12 * HOUR_MS
  const [, month, dayOfMonth] = dateOf(noon).split('-').map(Number)
  return `${month}月${dayOfMonth}日${weekdayName(weekdayOf(noon))}${clock}`
}

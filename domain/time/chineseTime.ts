import { HOUR_MS, MINUTE_MS, SECOND_MS, dateOf, dayNumberOf, startOfDayNumber, weekdayOf } from './beijing'
import type { Weekday } from './civil'

/** How instants and working time are written in Chinese sentences. Cut down to whole seconds, which are shown only when there are any. */

export const weekdayName = (weekday: Weekday): string => `周${'一二三四五六日'[weekday - 1]}`

/** `2026-01-06（周二）` */
export const dateWithWeekday = (date: string, weekday: Weekday): string => `${date}（${weekdayName(weekday)}）`

/** `2026年`, `2026年4月`, `2026年4月15日` of a year, a month or a date. */
export const writtenOut = (text: string): string => text.split('-').map((part, index) => `${Number(part)}${'年月日'[index]}`).join('')

const pad = (value: number): string => String(value).padStart(2, '0')

function clock(ms: number): string {
  const seconds = Math.floor(ms / SECOND_MS) % 60
  const minutes = `${pad(Math.floor(ms / HOUR_MS))}:${pad(Math.floor(ms / MINUTE_MS) % 60)}`
  return seconds === 0 ? minutes : `${minutes}:${pad(seconds)}`
}

/** What people read has no seconds: cut off, once, before anything is written of it, which never makes an end later than it is. The explanation of a deadline keeps them. */
export const toMinute = (instant: number): number => Math.floor(instant / MINUTE_MS) * MINUTE_MS

/** `17:30` of an instant. */
export const clockOf = (instant: number): string => clock(instant - startOfDayNumber(dayNumberOf(instant)))

/** `17:30` of an instant at which something ends: midnight is written `24:00` and belongs to the day it closes. */
export const clockOfEnd = (instant: number): string => clock(instant - startOfDayNumber(dayNumberOf(instant - 1)))

/** `2026-01-06（周二） 17:30` of an instant. */
export const momentOf = (instant: number): string => `${dateWithWeekday(dateOf(instant), weekdayOf(instant))} ${clockOf(instant)}`

/** The same of an instant at which something ends. */
export const momentOfEnd = (instant: number): string =>
  `${dateWithWeekday(dateOf(instant - 1), weekdayOf(instant - 1))} ${clockOfEnd(instant)}`

/** `90分钟`, `89分30秒`. */
export function durationText(ms: number): string {
  const [minutes, seconds] = [Math.floor(ms / MINUTE_MS), Math.floor(ms / SECOND_MS) % 60]
  return seconds === 0 ? `${minutes}分钟` : `${minutes}分${seconds}秒`
}

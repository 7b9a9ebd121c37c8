import type { WorkingHours } from '../rulebook/edition'
import { dayNumberOfDate, msOfDay } from './beijing'

/** 工作时段 of one kind of day, in milliseconds after midnight, half-open, in order. */
export type DaySchedule = {
  readonly periods: readonly { readonly start: number; readonly end: number }[]
  readonly totalMs: number
}

export const NO_WORK: DaySchedule = { periods: [], totalMs: 0 }

/** What is wrong with dated working hours, in sentences for the office; empty when nothing is. */
export function checkWorkingHours(hours: readonly WorkingHours[]): readonly string[] {
  const problems: string[] = []
  if (hours.length === 0) problems.push('没有设定工作时段')
  const seen = new Set<string>()
  for (const { from, periods } of hours) {
    if (dayNumberOfDate(from) === undefined) problems.push(`起始日期无效:${from}`)
    if (seen.has(from)) problems.push(`起始日期重复:${from}`)
    seen.add(from)
    if (periods.length === 0) problems.push(`${from} 起没有工作时段`)
    let reached = 0
    for (const { start, end } of periods) {
      const [startMs, endMs] = [msOfDay(start), msOfDay(end)]
      if (startMs === undefined || endMs === undefined) problems.push(`${from} 起的时段无效:${start}–${end}`)
      else if (startMs >= endMs) problems.push(`${from} 起的时段起止颠倒:${start}–${end}`)
      else if (startMs < reached) problems.push(`${from} 起的时段重叠或乱序:${start}–${end}`)
      reached = Math.max(reached, endMs ?? reached)
    }
  }
  return problems
}

/** Schedule of one entry that passed the check. */
export function scheduleOf(hours: WorkingHours): DaySchedule {
  const periods = hours.periods.map(({ start, end }) => ({ start: msOfDay(start)!, end: msOfDay(end)! }))
  return { periods, totalMs: periods.reduce((sum, { start, end }) => sum + end - start, 0) }
}

/** Working milliseconds of the day before an offset into it. */
export function workingMsBeforeOffset(schedule: DaySchedule, offset: number): number {
  let sum = 0
  for (const { start, end } of schedule.periods) {
    if (offset <= start) break
    sum += Math.min(offset, end) - start
  }
  return sum
}

/** Earliest offset before which `ms` (0 < ms <= totalMs) of working time lie: closing time rather than the next opening. */
export function offsetAfterWorkingMs(schedule: DaySchedule, ms: number): number {
  let left = ms
  for (const { start, end } of schedule.periods) {
    if (left <= end - start) return start + left
    left -= end - start
  }
  throw new RangeError(`a day has no ${ms} ms of working time`)
}

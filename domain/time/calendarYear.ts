import { dayNumberOfCivil, weekdayOfDayNumber } from './civil'
import { dayNumberOfDate } from './beijing'

/**
 * 一年的工作日历: one row of the database, as the State Council's notice gives it. Days not listed: Monday to Friday worked, Saturday
 * and Sunday off.
 */
export type CalendarYear = {
  readonly year: number
  /** `provisional`: the notice is not out; statutory days and weekends only. */
  readonly state: 'official' | 'provisional'
  /** 文号: the document the days come from. */
  readonly source: string
  /** Counts corrections of the same year, from 1. */
  readonly version: number
  /** 放假: both dates included. */
  readonly off: readonly (readonly [from: string, to: string, name: string])[]
  /** 调休上班: weekend days that are worked. */
  readonly work: readonly string[]
}

/** What is wrong with a calendar year, in sentences for the office; empty when nothing is. Run before anything is stored. */
export function checkCalendarYear(calendar: CalendarYear): readonly string[] {
  const { year, state, source, version, off, work } = calendar
  const problems: string[] = []
  if (!Number.isInteger(year) || year < 1970 || year > 9999) return [`年份无效:${year}`]
  if (state !== 'official' && state !== 'provisional') problems.push(`状态无效:${String(state)}`)
  if (source.trim() === '') problems.push('没有写明来源文件')
  if (!Number.isInteger(version) || version < 1) problems.push(`版本号无效:${version}`)

  const [first, last] = [dayNumberOfCivil(year, 1, 1), dayNumberOfCivil(year, 12, 31)]
  const dayOf = (date: string): number | undefined => {
    const day = dayNumberOfDate(date)
    if (day === undefined) problems.push(`日期无效:${date}`)
    else if (day < first || day > last) problems.push(`日期不在${year}年内:${date}`)
    else return day
    return undefined
  }

  const offDays = new Set<number>()
  for (const [from, to, name] of off) {
    if (name.trim() === '') problems.push(`${from} 的假日没有名称`)
    const [start, end] = [dayOf(from), dayOf(to)]
    if (start === undefined || end === undefined) continue
    if (start > end) problems.push(`放假起止颠倒:${from} 至 ${to}`)
    for (let day = start; day <= end; day += 1) {
      if (offDays.has(day)) problems.push(`放假日期重叠:${from} 至 ${to}`)
      offDays.add(day)
    }
  }
  const workDays = new Set<number>()
  for (const date of work) {
    const day = dayOf(date)
    if (day === undefined) continue
    if (weekdayOfDayNumber(day) <= 5) problems.push(`调休上班日不是周末:${date}`)
    if (offDays.has(day)) problems.push(`既放假又上班:${date}`)
    if (workDays.has(day)) problems.push(`调休上班日重复:${date}`)
    workDays.add(day)
  }
  return [...new Set(problems)]
}

/** 平日 / 调休上班 / 周末 / 放假. A weekend day inside a holiday goes by the holiday's name. */
export type DayKind =
  | { readonly kind: 'ordinary' | 'makeUp' | 'weekend' }
  | { readonly kind: 'holiday'; readonly holiday: string }

/** What kind of day a date `YYYY-MM-DD` of this year is, and the holiday's name. */
export function dayKindOf(calendar: CalendarYear, date: string): DayKind {
  if (calendar.work.includes(date)) return { kind: 'makeUp' }
  const holiday = calendar.off.find(([from, to]) => from <= date && date <= to)
  if (holiday) return { kind: 'holiday', holiday: holiday[2] }
  return { kind: weekdayOfDayNumber(dayNumberOfDate(date)!) <= 5 ? 'ordinary' : 'weekend' }
}

import { DAY_MS, dateOf, dayNumberOf, dayNumberOfDate, startOfDayNumber } from '../../../domain/time/beijing'
import { dayWords } from '@/domainViews/momentWords'

type Days = { readonly opensAt: number; readonly closesAt: number }

/** 起止日期, both inclusive as people say them: the survey is over at 00:00 of the day after. */
export const firstDay = ({ opensAt }: Days): string => dateOf(opensAt)
export const lastDay = ({ closesAt }: Days): string => dateOf(closesAt - 1)

/** The instants of two dates as typed; null while one is missing. */
export function daysOf(first: string, last: string): Days | null {
  const [from, to] = [dayNumberOfDate(first), dayNumberOfDate(last)]
  return from === undefined || to === undefined ? null : { opensAt: startOfDayNumber(from), closesAt: startOfDayNumber(to + 1) }
}

/** 12月1日（周二）至12月15日（周二），共 15 天. */
export function daysWords(days: Days, now: number): string {
  const count = Math.round((days.closesAt - startOfDayNumber(dayNumberOf(days.opensAt))) / DAY_MS)
  return `${dayWords(dayNumberOf(days.opensAt), now)}至${dayWords(dayNumberOf(days.closesAt - 1), now)}，共 ${count} 天`
}

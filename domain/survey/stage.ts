import { DAY_MS, HOUR_MS, MINUTE_MS, dateOf, startOfDayNumber, dayNumberOf } from '../time/beijing'

/** `draft` being written; `scheduled` published, not open yet; `open`; `held` counted, the bonus waits for the office; `final`. */
export const SURVEY_STAGES = ['draft', 'scheduled', 'open', 'held', 'final'] as const
export type SurveyStage = (typeof SURVEY_STAGES)[number]

/** Ours (decision 0030), not the plan's. */
export const RUN_DAYS_MIN = 7
export const RUN_DAYS_MAX = 60
export const AHEAD_DAYS_MAX = 60
const LAST_DAYS = 3
/** A function that took an answer before the close has ended by then: 20 s on WeChat, and room to spare. */
export const COUNTING_AFTER_MS = 2 * MINUTE_MS
/** 整改落实: so long after the result the estate tells what it does. */
export const FOLLOW_UP_DAYS = 30
/** 整改落实 of one survey: so many, each with nine photos, everybody can still read beside its result. */
export const MEASURES_MAX = 30

/** Nobody is woken: the last days begin in the morning. */
export const lastDaysAt = (closesAt: number): number => closesAt - LAST_DAYS * DAY_MS + 9 * HOUR_MS
export const countingAt = (closesAt: number): number => closesAt + COUNTING_AFTER_MS
export const isOpenAt = ({ stage, opensAt, closesAt }: { readonly stage: SurveyStage; readonly opensAt: number; readonly closesAt: number }, now: number): boolean => stage === 'open' && now >= opensAt && now < closesAt

type Running = { readonly stage: SurveyStage; readonly opensAt: number; readonly closesAt: number; readonly lastDaysTold: boolean }
/** When the clock has to look again at a survey that has nobody left to tell; null: never. */
export function nextLook({ stage, opensAt, closesAt, lastDaysTold }: Running): number | null {
  if (stage !== 'open') return null
  return !lastDaysTold && lastDaysAt(closesAt) > opensAt ? lastDaysAt(closesAt) : countingAt(closesAt)
}

/**
 * What is wrong with the days of a survey, in Chinese; null: nothing. Both are Beijing midnights, the second one that after the last day. It must open
 * and close within its year: the bonus counts for that year's score.
 */
export function daysFault({ year, opensAt, closesAt, now }: { readonly year: number; readonly opensAt: number; readonly closesAt: number; readonly now: number }): string | null {
  const days = (closesAt - opensAt) / DAY_MS
  if (startOfDayNumber(dayNumberOf(opensAt)) !== opensAt || startOfDayNumber(dayNumberOf(closesAt)) !== closesAt) return '开始和结束须是整天'
  if (days <= 0) return '结束日期早于开始日期，请重新选择'
  if (dayNumberOf(opensAt) < dayNumberOf(now)) return '开始日期已经过去，请选今天或以后'
  if (days < RUN_DAYS_MIN) return `至少开放 ${RUN_DAYS_MIN} 天，让每户都来得及`
  if (days > RUN_DAYS_MAX) return `最多开放 ${RUN_DAYS_MAX} 天`
  if (opensAt - now > AHEAD_DAYS_MAX * DAY_MS) return `最多提前 ${AHEAD_DAYS_MAX} 天安排`
  if (dateOf(opensAt).slice(0, 4) !== String(year) || dateOf(closesAt).slice(0, 4) !== String(year)) return `须在 ${year} 年内开始和结束（最晚 12 月 30 日结束），结果才计入当年`
  return null
}

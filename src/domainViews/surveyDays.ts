import type { Actions } from '../../types/api'
import { DAY_MS } from '../../domain/time/beijing'
import { dayOf, endWords } from './momentWords'

type Survey = Pick<Actions['readSurvey']['reply']['survey'], 'stage' | 'opensAt' | 'closesAt'>

/** Answers are taken: it is open, and its last day is not over, though the count may still be some minutes away. */
export const takesAnswers = ({ stage, opensAt, closesAt }: Survey, now: number): boolean => stage === 'open' && now >= opensAt && now < closesAt
export const isToCome = ({ stage, opensAt }: Survey, now: number): boolean => stage === 'draft' || stage === 'scheduled' || now < opensAt

/** 还剩 5 天: of one that runs. */
export function daysLeft({ closesAt }: Pick<Survey, 'closesAt'>, now: number): string {
  const days = Math.ceil((closesAt - now) / DAY_MS)
  return days > 1 ? `还剩 ${days} 天` : '最后一天'
}

/** 还剩 5 天，11月30日（周一）24:00 截止: when it opens, how long it runs, or that it is over. */
export function surveyDays(survey: Survey, now: number): string {
  const { opensAt, closesAt } = survey
  if (isToCome(survey, now)) return `${dayOf(opensAt, now)}开始，${endWords(closesAt, now)}截止`
  if (!takesAnswers(survey, now)) return `${endWords(closesAt, now)}已截止`
  return `${daysLeft(survey, now)}，${endWords(closesAt, now)}截止`
}

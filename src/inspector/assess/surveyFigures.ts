import type { Edition } from '../../../domain/rulebook/edition'
import { satisfactionBonus } from '../../../domain/survey/satisfaction'
import { pointsText } from '@/domainViews/pointsText'

export type SurveyTexts = { households: string; answered: string; satisfied: string }
export type Figures = { households: number; answered: number; satisfied: number }

const whole = (text: string): number | null => (/^\d{1,6}$/.test(text.trim()) ? Number(text.trim()) : null)

/** The three numbers as typed; what is wrong, in words for beside the field. */
export function figuresOf({ households, answered, satisfied }: SurveyTexts): { ok: true; figures: Figures } | { ok: false; wrong: Partial<SurveyTexts> } {
  const [all, got, good] = [whole(households), whole(answered), whole(satisfied)]
  const wrong: Partial<SurveyTexts> = {
    ...((all === null || all < 1) && { households: '请填户数' }),
    ...(got === null ? { answered: '请填回收份数' } : all !== null && got > all && { answered: '不能多于户数' }),
    ...(good === null ? { satisfied: '请填满意份数' } : got !== null && good > got && { satisfied: '不能多于回收份数' }),
  }
  return all !== null && got !== null && good !== null && Object.keys(wrong).length === 0 ? { ok: true, figures: { households: all, answered: got, satisfied: good } } : { ok: false, wrong }
}

const percent = (part: number, of: number): string => (of === 0 ? '—' : `${(Math.round((part * 10_000) / of) / 100).toString()}%`)

/** 覆盖率、满意率 and what they add. */
export function surveyWords(edition: Edition, { households, answered, satisfied }: Figures): string {
  const { points, coverageReached } = satisfactionBonus(edition, { households, answered, satisfied })
  const result = !coverageReached ? `覆盖率没有达到 ${edition.satisfaction.minimumCoveragePercent}%，不加分` : points === 0 ? '满意率没有达到加分档，不加分' : `加 ${pointsText(points)} 分`
  return `覆盖率 ${percent(answered, households)}，满意率 ${percent(satisfied, answered)}：${result}`
}

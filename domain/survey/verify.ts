import type { Edition } from '../rulebook/edition'
import { satisfactionBonus } from './satisfaction'
import { OVERALL, SATISFIED_MIN, STEPS } from './questionnaire'
import type { SurveyResult } from './result'

/** 核对包: what is published of a survey so that anybody can reckon it again. */
export type SurveyBundle = {
  readonly surveyId: string
  readonly result: SurveyResult
  /** Every receipt, sorted. */
  readonly receipts: readonly string[]
  /** Centipoints that the ledger has for it. */
  readonly points: number
  /** 加分 was held back by two of the office. */
  readonly isWithheld: boolean
  readonly seedHash: string
  readonly seed: string
}
type Check = { readonly words: string; readonly ok: boolean }

/** 核对: each thing that must be so, and whether it is. */
export function verifySurvey(edition: Edition, { result, receipts, points, isWithheld, seedHash, seed }: SurveyBundle, hash: (text: string) => string): readonly Check[] {
  const { households, spent, answered, satisfied, questions, modes } = result
  const overall = questions?.find(({ questionId }) => questionId === OVERALL)
  const total = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0)
  const due = satisfactionBonus(edition, { households, answered, satisfied }).points
  return [
    { words: `已用答题权 ${spent} 户 = 收回答卷 ${answered} 份`, ok: spent === answered },
    { words: `回执 ${receipts.length} 个，与答卷同样多，没有重复`, ok: receipts.length === answered && new Set(receipts).size === receipts.length },
    { words: `收回 ${answered} 份，不多于应调查的 ${households} 户`, ok: answered <= households },
    ...(overall ? [{ words: '总体满意度各档相加等于答卷数，前两档相加等于满意数', ok: total(overall.steps) === answered && total(overall.steps.slice(0, STEPS.length - SATISFIED_MIN + 1)) === satisfied }] : []),
    ...(questions ? [{ words: '每一题各档相加都等于答卷数', ok: questions.every(({ steps, notMet }) => total(steps) + notMet === answered) }] : []),
    ...(modes ? [{ words: '各作答方式相加等于总数', ok: total(modes.map((mode) => mode.answered)) === answered && total(modes.map((mode) => mode.satisfied)) === satisfied }] : []),
    { words: isWithheld ? '经两人审定不计加分' : '加分与细则相符', ok: points === (isWithheld ? 0 : due) },
    { words: '抽样种子与开始时公布的校验码相符', ok: hash(seed) === seedHash },
  ]
}

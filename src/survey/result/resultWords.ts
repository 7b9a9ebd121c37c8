import type { Edition } from '../../../domain/rulebook/edition'
import { SATISFIED_MIN, STEPS } from '../../../domain/survey/questionnaire'
import { honestBand } from '../../../domain/survey/result'
import { satisfactionBonus, type SurveyCount } from '../../../domain/survey/satisfaction'
import { pointsText } from '@/domainViews/pointsText'
import { lowerEnd, rateText, upperEnd } from '@/domainViews/percentText'

/** 满意 83.02%（220 / 265）: of those who had something to say. */
export function satisfiedWords(steps: readonly number[]): string {
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0)
  const [satisfied, all] = [sum(steps.slice(0, STEPS.length - SATISFIED_MIN + 1)), sum(steps)]
  return all === 0 ? '都没接触过' : `满意 ${rateText(satisfied, all)}（${satisfied} / ${all}）`
}

/** 如实区间: what those who did not answer could make of it. */
export function honestWords(result: SurveyCount): string {
  const { from, to, of } = honestBand(result)
  const silent = of - result.answered
  if (silent === 0) return '每一户都答了，满意率没有别的可能。'
  return `没作答的 ${silent} 户不管怎么想，真实的满意率都在 ${lowerEnd(from, of)}–${upperEnd(to, of)} 之间（末位往外取）。`
}

export type BandLine = { readonly words: string; readonly isReached: boolean }

/** The bands of the rule, and which of them the figures reach. */
export function bandLines(edition: Edition, result: SurveyCount): readonly BandLine[] {
  const { satisfaction: { bands, minimumCoveragePercent } } = edition
  const { coverageReached, points } = satisfactionBonus(edition, result)
  const isBelow = coverageReached && points === 0
  return [
    { words: `覆盖率不到 ${minimumCoveragePercent}%：不加分`, isReached: !coverageReached },
    { words: `满意率不到 ${bands[0]?.fromPercent}%：不加分`, isReached: isBelow },
    ...bands.map((band) => ({ words: `满意率 ${band.fromPercent}%–${band.toPercent}%：加 ${pointsText(band.points)} 分`, isReached: coverageReached && points !== 0 && points === band.points })),
  ]
}

import type { Edition, Points } from '../rulebook/edition'

/** 满意率调查结果 of one estate and year, as whole numbers. */
export type SurveyCount = { readonly households: number; readonly answered: number; readonly satisfied: number }
export type SurveyBonus = { readonly coverageReached: boolean; readonly points: Points }

/**
 * 满意率加分. Whole numbers by cross-multiplication: no rate is rounded before it is compared. Exactly on an edge: the band of decision D6.
 * @source 附件2 附加分; decisions D6, D11
 */
export function satisfactionBonus(edition: Edition, { households, answered, satisfied }: SurveyCount): SurveyBonus {
  const { minimumCoveragePercent, bands } = edition.satisfaction
  const coverageReached = households > 0 && answered * 100 >= minimumCoveragePercent * households
  if (!coverageReached || answered === 0) return { coverageReached, points: 0 }
  const reaches = (percent: number) => (edition.decisions.bandEdge === 'higher' || percent === bands[0]?.fromPercent ? satisfied * 100 >= percent * answered : satisfied * 100 > percent * answered)
  const band = [...bands].reverse().find(({ fromPercent }) => reaches(fromPercent))
  return { coverageReached, points: band?.points ?? 0 }
}

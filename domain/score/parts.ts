import type { EntryDraft, Sheet } from '../ledger/entry'
import type { Edition, Points } from '../rulebook/edition'
import type { Fraction } from './fraction'

type Booked = Pick<EntryDraft, 'month' | 'sheet' | 'points'>
const sumOf = (entries: readonly Booked[], sheet: Sheet): Points => entries.filter((entry) => entry.sheet === sheet).reduce((sum, entry) => sum + entry.points, 0)
const notBelowZero = (points: Points): Points => Math.max(0, points)
const capped = (edition: Edition, points: Points): Points => (edition.decisions.partsCappedAbove ? Math.min(edition.fullPoints, points) : points)

/** 长效管理得分 of the given months: the mean of the months' scores (decision D5), each not below 0. */
export function longTermScore(edition: Edition, entries: readonly Booked[], months: readonly string[]): Fraction {
  if (edition.decisions.longTermPeriod === 'cumulative') return { numerator: notBelowZero(edition.fullPoints + sumOf(entries, 'longTerm')), denominator: 1 }
  const scores = months.map((month) => notBelowZero(edition.fullPoints + sumOf(entries.filter((entry) => entry.month === month), 'longTerm')))
  return { numerator: scores.reduce((sum, score) => sum + score, 0), denominator: months.length }
}

/** 物业管理得分: what Annex 2 takes off and adds (decision D13: additions in full). */
export const propertyScore = (edition: Edition, entries: readonly Booked[]): Points => capped(edition, notBelowZero(edition.fullPoints + sumOf(entries, 'property')))

/** 创建项目加分, on the composite. @source 方案 五2 */
export const projectBonus = (entries: readonly Booked[]): Points => sumOf(entries, 'project')

/** 综合得分: 60 % and 40 % of the parts, and the bonus (decision D13: above 100 in full, or not at all). @source 方案 三1, 三2, 五2 */
export function compositeScore(edition: Edition, longTerm: Fraction, property: Points, bonus: Points): Fraction {
  const { longTermPercent, propertyPercent } = edition.composite
  const whole = longTermPercent + propertyPercent
  const denominator = whole * longTerm.denominator
  const numerator = longTermPercent * longTerm.numerator + longTerm.denominator * (propertyPercent * property + whole * bonus)
  return { numerator: edition.decisions.partsCappedAbove ? Math.min(edition.fullPoints * denominator, numerator) : numerator, denominator }
}

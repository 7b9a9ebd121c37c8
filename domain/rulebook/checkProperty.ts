import { UNDECIDED } from './edition'
import type { Edition, PropertyRule, SatisfactionRule } from './edition'
import { percent, positiveWhole, unique, wholePoints, when, written, type Problems } from './problems'

const checkRule = (rule: PropertyRule): Problems => {
  const where = `考核细则${rule.code}`
  return [
    ...written(where, rule.code, rule.content, rule.text, rule.unit, rule.clause),
    ...positiveWhole(`${where}序号`, rule.row),
    ...(rule.points === UNDECIDED
      ? when(rule.decision !== 'D1' && rule.decision !== 'D2', `${where}：分值未定，又没有补充规定来确定`)
      : // A deduction is negative: turned round, it must be a sound number of points.
        wholePoints(where, rule.kind === 'deduction' ? 0 - rule.points : rule.points)),
  ]
}

const checkSatisfaction = ({ text, clause, minimumCoveragePercent, bands }: SatisfactionRule): Problems => [
  ...written('满意率', text, clause),
  ...percent('满意率调查覆盖率', minimumCoveragePercent),
  ...when(bands.length === 0, '满意率：一档也没有'),
  ...bands.flatMap((band, place) => {
    const where = `满意率第${place + 1}档`
    const next = bands[place + 1]
    return [
      ...percent(`${where}下限`, band.fromPercent),
      ...percent(`${where}上限`, band.toPercent),
      ...when(!(band.fromPercent < band.toPercent), `${where}：下限须小于上限`),
      ...when(next !== undefined && next.fromPercent !== band.toPercent, `${where}：与下一档不相接`),
      ...when(next === undefined && band.toPercent !== 100, `${where}：最高一档须到100%`),
      ...wholePoints(where, band.points),
    ]
  }),
]

/** 物业考核部分的检查: the sentences of Annex 2 and the satisfaction survey. @source 附件2 */
export const checkProperty = (edition: Edition): Problems => [
  ...when(edition.propertyRules.length === 0, '考核细则：一项也没有'),
  ...unique(
    '考核细则编号',
    edition.propertyRules.map(({ code }) => code),
  ),
  ...edition.propertyRules.flatMap(checkRule),
  ...checkSatisfaction(edition.satisfaction),
]

import { groupNames } from './annex1'
import type { Category, Edition, FindingKind } from './edition'
import { exactly, positiveWhole, unique, wholePoints, wholePointsOrUndecided, when, written, type Problems } from './problems'

const findingKinds = ['overdue', 'shirked', 'recurrent', 'failedVerification', 'keyProblem'] as const satisfies readonly FindingKind[]

const checkCategory = (category: Category): Problems => {
  const where = `小类${category.code}`
  return [
    ...written(where, category.code, category.name, category.condition, category.responsibleUnit, category.clause),
    ...when(!Object.keys(groupNames).includes(category.group), `${where}：分类不认识`),
    ...positiveWhole(`${where}处置时限`, category.limit.amount),
    ...when(!['hour', 'day'].includes(category.limit.unit), `${where}：处置时限须以工作时或工作日计`),
    ...wholePoints(where, category.points),
  ]
}

const checkFinding = (edition: Edition, kind: FindingKind): Problems => {
  const finding = edition.findings[kind]
  const where = `案卷扣分${kind}`
  return [
    ...when(finding.kind !== kind, `${where}：类别与所在位置不符`),
    ...written(where, finding.name, finding.text, finding.clause),
    ...wholePointsOrUndecided(`${where}市级`, finding.points.city),
    ...wholePointsOrUndecided(`${where}区级`, finding.points.district),
    ...wholePointsOrUndecided(`${where}镇级`, finding.points.town),
  ]
}

/** 案卷部分的检查: categories, inspections and findings. @source 方案四(一)、附件1 */
export const checkCases = (edition: Edition): Problems => [
  ...when(edition.categories.length === 0, '小类：一项也没有'),
  ...unique(
    '小类代码',
    edition.categories.map(({ code }) => code),
  ),
  ...edition.categories.flatMap(checkCategory),
  ...written('检查问题', edition.inspection.text, edition.inspection.clause),
  ...wholePoints('检查问题', edition.inspection.pointsPerProblem),
  ...wholePoints('检查问题双倍扣分', edition.inspection.doubledPoints),
  ...exactly('案卷扣分', findingKinds, Object.keys(edition.findings)),
  ...findingKinds.filter((kind) => kind in edition.findings).flatMap((kind) => checkFinding(edition, kind)),
  ...positiveWhole('反复次数', edition.recurrence.recurrentAt),
  ...positiveWhole('重点次数', edition.recurrence.keyAbove),
]

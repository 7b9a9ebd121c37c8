import type { Edition } from './edition'
import { centipoints } from './units'

/** 考核总分: the share of each part. Percent. @source 方案三1 @source 方案三2 */
export const composite: Edition['composite'] = {
  longTermPercent: 60,
  propertyPercent: 40,
  longTermClause: '方案三1',
  propertyClause: '方案三2',
}

/** 满分: what a part starts from before deductions. The plan implies it by Annex 3, whose parts add up to it. Centipoints. */
export const fullPoints = centipoints(100)

import type { Edition, PropertyRule } from './edition'

/** 按编号查考核细则: one sentence of Annex 2, as '2.1.1', or nothing when the edition has none of that code. @source 附件2 */
export const propertyRuleByCode = (edition: Edition, code: string): PropertyRule | undefined =>
  edition.propertyRules.find((rule) => rule.code === code)

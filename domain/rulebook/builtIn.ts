import { categories } from './annex1'
import { propertyRules, satisfaction } from './annex2'
import { redProperty } from './annex3'
import { awards, payoutNote } from './awards'
import { composite, fullPoints } from './composite'
import { defaultDecisions } from './decisions'
import type { Edition } from './edition'
import { findings, inspection, recurrence } from './findings'
import { projects } from './projects'
import { editionUnder } from './withDecisions'

/**
 * 方案: the first edition, as the plan stands, under the default decisions. Made by the same derivation as every later one.
 *
 * @source 方案
 */
export const builtInEdition: Edition = editionUnder(defaultDecisions, {
  id: 'plan-1',
  name: 'XX镇环境卫生长效管理和住宅小区物业管理工作实施方案',
  // Beijing midnight of 2024-01-01 is 16:00 UTC of the day before.
  effectiveFrom: Date.UTC(2023, 11, 31, 16),
  categories,
  findings,
  inspection,
  recurrence,
  fullPoints,
  composite,
  propertyRules,
  satisfaction,
  redProperty,
  projects,
  awards,
  payoutNote,
})

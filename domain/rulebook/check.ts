import { checkCases } from './checkCases'
import { checkDecisions } from './checkDecisions'
import { checkProperty } from './checkProperty'
import { checkRedProperty } from './checkRedProperty'
import { checkRewards } from './checkRewards'
import type { Edition } from './edition'
import { when, written } from './problems'

/**
 * 版本检查: what is wrong with an edition, in Chinese for the office; empty when it is sound.
 *
 * Asked before an edition is accepted. It judges the shape and the arithmetic, never the policy: the office may change any number,
 * but not into one that makes a score ambiguous.
 *
 * @source 方案
 */
export const checkEdition = (edition: Edition): readonly string[] => [
  ...written('版本', edition.id, edition.name),
  ...when(!Number.isSafeInteger(edition.effectiveFrom), '版本：生效时间须为整数毫秒'),
  ...checkCases(edition),
  ...checkProperty(edition),
  ...checkRedProperty(edition),
  ...checkRewards(edition),
  ...checkDecisions(edition),
]

import type { Edition } from '../../domain/rulebook/edition'
import { categoryByCode } from '../../domain/rulebook/categoryByCode'
import type { CaseSummary } from '../../types/api/common'

/** The category's name once there is one, else the words it was reported in. */
export function caseTitle({ categoryCode, text }: Pick<CaseSummary, 'categoryCode' | 'text'>, edition: Edition | undefined): string {
  const name = categoryCode === null ? undefined : edition && categoryByCode(edition, categoryCode)?.name
  return name ?? text
}

import { everydayName } from '../../domain/case/everydayNames'
import type { Edition } from '../../domain/rulebook/edition'
import { categoryByCode } from '../../domain/rulebook/categoryByCode'
import type { CaseSummary } from '../../types/api/common'
import type { Reader } from './useReader'

/** The category's name once there is one, as the reader calls it; else the words it was reported in. */
export function caseTitle({ categoryCode, text }: Pick<CaseSummary, 'categoryCode' | 'text'>, edition: Edition | undefined, reader: Reader = 'staff'): string {
  const category = categoryCode === null ? undefined : edition && categoryByCode(edition, categoryCode)
  return category ? categoryName(category, reader) : text
}

export const categoryName = (category: { readonly code: string; readonly name: string }, reader: Reader): string => (reader === 'resident' ? everydayName(category) : category.name)

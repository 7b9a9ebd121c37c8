import { coverageText } from '../percentText'

export type Coverage = { readonly answered: number; readonly households: number; /** From the edition; not known while it cannot be read. */ readonly minimumPercent?: number }

/** So many households make the least coverage: the first whole number that is not below it. */
export const neededHouseholds = (households: number, minimumPercent: number): number => Math.ceil((households * minimumPercent) / 100)
export const isCovered = (answered: number, households: number, minimumPercent: number): boolean => households > 0 && answered * 100 >= minimumPercent * households

/** 已答 312 / 412 户（75.7%），达到 80%（330 户）才加分. */
export function coverageWords({ answered, households, minimumPercent }: Coverage): string {
  const told = `已答 ${answered} / ${households} 户（${coverageText(answered, households)}）`
  if (minimumPercent === undefined) return told
  const mark = `${minimumPercent}%（${neededHouseholds(households, minimumPercent)} 户）`
  return isCovered(answered, households, minimumPercent) ? `${told}，已达到加分要求的 ${mark}` : `${told}，达到 ${mark}才加分`
}

import type { Category, Edition } from './edition'

/** 按小类代码查小类: the category of an edition, or nothing when the edition has none of that code. @source 附件1 */
export const categoryByCode = (edition: Edition, code: string): Category | undefined =>
  edition.categories.find((category) => category.code === code)

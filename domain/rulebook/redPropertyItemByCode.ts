import type { Edition, RedPropertyItem } from './edition'
import { redPropertyItems } from './redPropertyItems'

/** 按编号查“红色物业”评分项: one scored item of Annex 3, as '3.1.1.2', or nothing when there is none. @source 附件3 */
export const redPropertyItemByCode = (edition: Edition, code: string): RedPropertyItem | undefined =>
  redPropertyItems(edition).find((item) => item.code === code)

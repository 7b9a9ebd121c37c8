import type { Edition, RedPropertyItem } from './edition'

/** “红色物业”评分项: all scored items in the order of the plan, out of their parts and sections. @source 附件3 */
export const redPropertyItems = (edition: Edition): readonly RedPropertyItem[] =>
  edition.redProperty.parts.flatMap((part) => part.sections.flatMap((section) => section.items))

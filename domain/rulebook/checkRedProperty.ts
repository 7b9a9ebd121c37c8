import type { Edition, RedPropertyPart } from './edition'
import { redPropertyItems } from './redPropertyItems'
import { sum, unique, when, wholePoints, written, type Problems } from './problems'

const checkPart = (part: RedPropertyPart): Problems => {
  const where = `“红色物业”${part.code}`
  const items = part.sections.flatMap((section) => section.items)
  return [
    ...written(where, part.code, part.name, ...part.sections.map(({ content }) => content)),
    ...wholePoints(where, part.points),
    ...when(
      part.sections.some((section) => section.items.length === 0),
      `${where}：有标准内容没有评分项`,
    ),
    ...items.flatMap((item) => [
      ...written(`“红色物业”${item.code}`, item.code, item.text),
      ...wholePoints(`“红色物业”${item.code}`, item.maxPoints),
    ]),
    ...when(sum(items.map(({ maxPoints }) => maxPoints)) !== part.points, `${where}：各项分值之和不等于本部分分值`),
  ]
}

/** “红色物业”评分表的检查: items add up to their part, parts to the full points. @source 附件3 */
export const checkRedProperty = (edition: Edition): Problems => {
  const { parts, veto, clause } = edition.redProperty
  return [
    ...written('“红色物业”', clause, veto.item, veto.text),
    ...unique('“红色物业”部分编号', parts.map(({ code }) => code)),
    ...unique('“红色物业”评分项编号', redPropertyItems(edition).map(({ code }) => code)),
    ...parts.flatMap(checkPart),
    ...when(sum(parts.map(({ points }) => points)) !== edition.fullPoints, '“红色物业”：各部分分值之和不等于满分'),
  ]
}

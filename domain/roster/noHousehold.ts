import { cellText, isBlank, type Cell } from './cell'
import { isHeader, type ColumnPlaces } from './columns'
import { plainName } from './readRow'

const SHOWN_MAX = 12
const TOTAL = /^(合|总|小|共|累)计|^总数|^汇总/
const SIGNATURE = /^(制表|填表|填报|审核|审批|复核|负责|经办|统计|登记|打印|联系|单位|日期|备注|说明|注)[^:]{0,6}:/

/** 不是住户的行: a total, who signed the sheet, the header printed once more. Null: to be read as a household. */
export function noHousehold(cells: readonly Cell[], places: ColumnPlaces, estateName: string): string | null {
  const texts = cells.map((cell) => cellText(cell)).filter((text) => typeof text === 'string' && text !== '') as string[]
  const first = (texts[0] ?? '').replace(/\s/g, '')
  const shown = first.length > SHOWN_MAX ? `${first.slice(0, SHOWN_MAX)}…` : first
  if (TOTAL.test(first)) return `这一行是“${shown}”，不是住户。请删去这一行`
  if (isHeader(cells)) return '这一行又是表头。请删去，只留最上面的一行'
  const isElsewhere = (['楼栋', '入住情况'] as const).every((column) => isBlank(cells[places[column]])) && !texts.some((text) => plainName(text) === plainName(estateName))
  return SIGNATURE.test(first) || (isElsewhere && first !== '') ? `这一行（“${shown}”）不像住户：没有小区、楼栋和入住情况。不是住户就删去这一行` : null
}

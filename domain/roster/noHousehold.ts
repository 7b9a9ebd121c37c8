import { cellText, isBlank, type Cell } from './cell'
import { isHeader, type ColumnPlaces } from './columns'
import { quoted } from './quoted'
import { plainName } from './readRow'

const TOTAL = /^(合|总|小|共|累)计|^总数|^汇总/

/** 不是住户的行: a total, who signed the sheet, the header printed once more. Null: to be read as a household. */
export function noHousehold(cells: readonly Cell[], places: ColumnPlaces, estateName: string): string | null {
  const texts = cells.map((cell) => cellText(cell)).filter((text) => typeof text === 'string' && text !== '') as string[]
  const first = plainName(texts[0] ?? '')
  if (TOTAL.test(first)) return `这一行是${quoted(first)}，不是住户。请删去这一行`
  if (isHeader(cells)) return '这一行又是表头。请删去，只留最上面的一行'
  const isPlaceless = (['楼栋', '入住情况'] as const).every((column) => isBlank(cells[places[column]])) && !texts.some((text) => plainName(text) === plainName(estateName))
  return isPlaceless && first !== '' ? `这一行（${quoted(first)}）不像住户：没有小区、楼栋和入住情况。不是住户就删去这一行` : null
}

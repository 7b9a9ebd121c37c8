import { plainAddress } from '../household/address'
import { pasted } from '../text/pasted'
import { quoted } from './quoted'

const ADDRESS_PART_MAX = 20
export const ADDRESS_COLUMNS = ['楼栋', '单元', '房号'] as const
type AddressColumn = (typeof ADDRESS_COLUMNS)[number]
const PART = { 楼栋: 'building', 单元: 'unit', 房号: 'room' } as const
export const MERGED = '（合并的单元格请先拆开，每行都写）'

/** Several doors in one cell: 104、105; 104 105; 101和102; and 106-108, where both are numbers of as many digits. */
const SEVERAL = /\d\s+\d|[、,;|&+~]|\d[号室]?[和与及至到/]\d/
const RANGE = /^(\d{3,})-(\d{3,})[号室]?$/
const NOTHING = /^(无|没有|暂无|无单元|NA|N\/A|空|[^0-9A-Z\u3400-\u9fff〇]+)$/
const FOREIGN = /[^0-9A-Z\u3400-\u9fff〇.()\-#]/
/** No door has such a number, and somebody has. */
const SOMEBODYS = /\d{9,}/
/** What belongs into another column. */
const OTHERS: Readonly<Record<AddressColumn, RegExp>> = { 楼栋: /单元|[室房]$/, 单元: /[幢栋]|[室房]$/, 房号: /单元|[幢栋]|号楼/ }

const isRange = (text: string): boolean => {
  const [, first = '', last = ''] = RANGE.exec(text) ?? []
  return first.length === last.length && first < last
}

/** What cannot be a part of an address; null: it can. */
export function addressFault(column: AddressColumn, typed: string): string | null {
  const text = pasted(typed)
  const part = plainAddress({ building: '', unit: '', room: '', [PART[column]]: text })[PART[column]]
  if (part === '' && column !== '单元') return `没有写${column}${MERGED}`
  if (text === '') return null
  if (text.length > ADDRESS_PART_MAX) return `“${column}”太长，最多 ${ADDRESS_PART_MAX} 个字`
  if (SOMEBODYS.test(text.replace(/\s/g, ''))) return `“${column}”写的像是手机号或证件号，请改成${column}`
  const shown = quoted(text)
  if (part === '' || NOTHING.test(part)) return `“${column}”写的是${shown}，${column === '单元' ? '没有单元的请空着' : '看不出是哪里，请写号码'}`
  if (SEVERAL.test(text) || isRange(text)) return `“${column}”写了不止一个（${shown}）。一行一户，请分成几行`
  if (OTHERS[column].test(text)) return `“${column}”写的是${shown}，把几列写在一起了。请把楼栋、单元、房号分开写`
  const foreign = FOREIGN.exec(part)?.[0]
  return foreign === undefined ? null : `“${column}”里的“${foreign}”看不懂，请只写号码`
}

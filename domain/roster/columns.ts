import { cellText, isBlank, type Cell, type SheetRow } from './cell'
import { quoted } from './quoted'

/** 名册的列, as the template names them. */
export const ROSTER_COLUMNS = ['小区', '楼栋', '单元', '房号', '入住情况', '手机号'] as const
export type RosterColumn = (typeof ROSTER_COLUMNS)[number]

/** The template's second sheet, which says how the first is filled in. */
export const TEMPLATE_HELP = '填写说明'

/** Where each column stands: they may be moved about, and none renamed, left out or added. */
export type ColumnPlaces = Readonly<Record<RosterColumn, number>>
/** `places` null: a row cannot be read by this header. */
export type ReadColumns = { readonly words: string | null; readonly places: ColumnPlaces | null }

/** A row with so many of the names is the header, wherever it stands. */
const NAMES_MIN = 3
const LETTERS = 26

const nameOf = (cell: Cell): string => {
  const text = cellText(cell)
  return typeof text === 'string' ? text.replace(/\s/g, '') : text.shown
}
const isColumn = (name: string): boolean => ROSTER_COLUMNS.some((column) => column === name)
const listed = (names: readonly string[]): string => names.map(quoted).join('、')

/** 表头, by its names. */
export const isHeader = (cells: readonly Cell[]): boolean => new Set(cells.map(nameOf).filter(isColumn)).size >= NAMES_MIN

/** A column as a spreadsheet names it: A, Z, AA. */
export const columnName = (place: number): string => (place < LETTERS ? '' : columnName(Math.floor(place / LETTERS) - 1)) + String.fromCharCode(65 + (place % LETTERS))

/** A column of its own is refused and not skipped: names and identity cards have no business here. */
export function readColumns(header: readonly Cell[]): ReadColumns {
  const names = header.map(nameOf)
  const missing = ROSTER_COLUMNS.filter((column) => !names.includes(column))
  const foreign = names.filter((name) => name !== '' && !isColumn(name))
  const twice = ROSTER_COLUMNS.filter((column) => names.filter((name) => name === column).length > 1)
  const faults = [missing.length > 0 && `缺少 ${listed(missing)}`, foreign.length > 0 && `多了 ${listed(foreign)}`, twice.length > 0 && `${listed(twice)} 出现了不止一次`].filter((fault) => fault !== false)
  const places = missing.length + twice.length > 0 ? null : (Object.fromEntries(ROSTER_COLUMNS.map((column) => [column, names.indexOf(column)])) as ColumnPlaces)
  const advice = missing.length + twice.length > 0 ? '请照模板改表头，不要增减列' : '请把多出的列整列删去：姓名、证件号、备注不要写进来'
  return { words: faults.length > 0 ? `表头与模板不一样：${faults.join('，')}。${advice}` : null, places }
}

/** 没有表头的列 in which something stands all the same, by the first row that has it. */
export function unnamedColumns(header: readonly Cell[], rows: readonly SheetRow[]): readonly { readonly row: number; readonly words: string }[] {
  const width = rows.reduce((widest, { cells }) => Math.max(widest, cells.length), 0)
  return Array.from({ length: width }, (_, place) => place).flatMap((place) => {
    const first = isBlank(header[place]) ? rows.find(({ cells }) => !isBlank(cells[place])) : undefined
    return first ? [{ row: first.row, words: `${columnName(place)} 列没有表头，却写了内容。姓名、证件号不要写进来，请删去这一列` }] : []
  })
}

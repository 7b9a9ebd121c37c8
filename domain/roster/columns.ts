import { cellText, type Cell } from './cell'

/** 名册的列, as the template names them. */
export const ROSTER_COLUMNS = ['小区', '楼栋', '单元', '房号', '入住情况', '手机号'] as const
export type RosterColumn = (typeof ROSTER_COLUMNS)[number]

/** Where each column stands: they may be moved about, and none renamed, left out or added. */
export type ColumnPlaces = Readonly<Record<RosterColumn, number>>
export type ReadColumns = { readonly ok: true; readonly places: ColumnPlaces } | { readonly ok: false; readonly words: string }

const quoted = (names: readonly string[]): string => names.map((name) => `“${name}”`).join('、')

/** 表头. A column of its own is refused and not skipped: names and identity cards have no business here. */
export function readColumns(header: readonly Cell[]): ReadColumns {
  const names = header.map((cell) => (cellText(cell) ?? '').replace(/\s/g, ''))
  const missing = ROSTER_COLUMNS.filter((column) => !names.includes(column))
  const foreign = names.filter((name) => name !== '' && !ROSTER_COLUMNS.some((column) => column === name))
  const twice = ROSTER_COLUMNS.filter((column) => names.filter((name) => name === column).length > 1)
  const faults = [missing.length > 0 && `缺少 ${quoted(missing)}`, foreign.length > 0 && `多了 ${quoted(foreign)}`, twice.length > 0 && `${quoted(twice)} 出现了不止一次`].filter((fault) => fault !== false)
  if (faults.length > 0) return { ok: false, words: `表头与模板不一样：${faults.join('，')}。请照模板改表头，不要增减列` }
  return { ok: true, places: Object.fromEntries(ROSTER_COLUMNS.map((column) => [column, names.indexOf(column)])) as ColumnPlaces }
}

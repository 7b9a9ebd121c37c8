import { plainAddress, type Address } from '../household/address'
import type { HouseholdStatus } from '../household/status'
import { cellText, type Cell } from './cell'
import { ROSTER_COLUMNS, type ColumnPlaces, type RosterColumn } from './columns'
import { readPhones } from './phones'
import { readStatus } from './status'

/** A household as the file has it; `row` as the spreadsheet counts. */
export type RosterRow = { readonly row: number; readonly address: Address; readonly status: HouseholdStatus; readonly phones: readonly string[] }
export type ReadRow = { readonly ok: true; readonly household: RosterRow } | { readonly ok: false; readonly faults: readonly string[] }

export const ADDRESS_PART_MAX = 20
const ADDRESS_COLUMNS = ['楼栋', '单元', '房号'] as const
const MERGED = '（合并的单元格请先拆开，每行都写）'

/** 名册的一行: everything that is wrong with it at once, so that it is put right once. */
export function readRow(cells: readonly Cell[], row: number, places: ColumnPlaces, estateName: string): ReadRow {
  const raw = Object.fromEntries(ROSTER_COLUMNS.map((column) => [column, cellText(cells[places[column]])])) as Record<RosterColumn, string | null>
  const unread = ROSTER_COLUMNS.filter((column) => raw[column] === null)
  if (unread.length > 0) return { ok: false, faults: unread.map((column) => `“${column}”被表格软件改成了日期或真假值。请把这一列的格式设成“文本”，再重新填写`) }

  const text = raw as Record<RosterColumn, string>
  const address = plainAddress({ building: text.楼栋, unit: text.单元, room: text.房号 })
  const status = readStatus(text.入住情况)
  const phones = readPhones(text.手机号)
  const faults = [estateFault(text.小区, estateName), ...addressFaults(text, address), statusFault(text.入住情况, status), phones.ok ? null : phones.words].filter((fault) => fault !== null)
  if (faults.length > 0 || status === null || !phones.ok) return { ok: false, faults }
  return { ok: true, household: { row, address, status, phones: phones.phones } }
}

const plainName = (name: string): string => name.normalize('NFKC').replace(/\s/g, '')
function estateFault(text: string, estateName: string): string | null {
  if (text === '') return `没有写小区${MERGED}`
  return plainName(text) === plainName(estateName) ? null : `小区写的是“${text.slice(0, ADDRESS_PART_MAX)}”，不是“${estateName}”`
}

function addressFaults(text: Record<RosterColumn, string>, { building, room }: Address): readonly string[] {
  const missing = [building === '' && '没有写楼栋', room === '' && '没有写房号'].filter((fault) => fault !== false).map((fault) => `${fault}${MERGED}`)
  const long = ADDRESS_COLUMNS.filter((column) => text[column].length > ADDRESS_PART_MAX).map((column) => `“${column}”太长，最多 ${ADDRESS_PART_MAX} 个字`)
  return [...missing, ...long]
}

function statusFault(text: string, status: HouseholdStatus | null): string | null {
  if (status !== null) return null
  return text === '' ? '没有写入住情况' : `入住情况写的是“${text.slice(0, ADDRESS_PART_MAX)}”，请改成：有人住、空置、商用或已注销`
}

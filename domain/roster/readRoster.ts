import { addressLabel, addressOrder } from '../household/address'
import { cellText, type Cell } from './cell'
import { readColumns } from './columns'
import { readRow, type RosterRow } from './readRow'

/** Decision 0032. */
export const ROSTER_ROWS_MAX = 20_000
/** So many are shown: by then a person mends the column, not the row. */
export const FAULTS_SHOWN_MAX = 100

/** What is wrong and where; `row` null: with the file as a whole. */
export type RosterFault = { readonly row: number | null; readonly words: string }
export type ReadRoster = { readonly ok: true; readonly households: readonly RosterRow[] } | { readonly ok: false; readonly faults: readonly RosterFault[]; readonly total: number }

const refused = (faults: readonly RosterFault[]): ReadRoster => ({ ok: false, faults: faults.slice(0, FAULTS_SHOWN_MAX), total: faults.length })
const ofFile = (words: string): ReadRoster => refused([{ row: null, words }])
const isBlank = (cells: readonly Cell[]): boolean => cells.every((cell) => cellText(cell) === '')

/** 住户名册: all of it or nothing. The rows as the spreadsheet has them, header first; blank ones are skipped and counted. */
export function readRoster(sheet: readonly (readonly Cell[])[], estateName: string): ReadRoster {
  const rows = sheet.map((cells, index) => ({ cells, row: index + 1 })).filter(({ cells }) => !isBlank(cells))
  const [header, ...filled] = rows
  if (!header) return ofFile('表里什么也没有。请确认住户写在第一张工作表里，再选一次')
  const columns = readColumns(header.cells)
  if (!columns.ok) return refused([{ row: header.row, words: columns.words }])
  if (filled.length === 0) return ofFile('表里只有表头，没有住户')
  if (filled.length > ROSTER_ROWS_MAX) return ofFile(`一次最多导入 ${ROSTER_ROWS_MAX} 户，表里有 ${filled.length} 户，请按楼栋分成几个文件`)

  const faults: RosterFault[] = []
  const households: RosterRow[] = []
  for (const { cells, row } of filled) {
    const read = readRow(cells, row, columns.places, estateName)
    if (read.ok) households.push(read.household)
    else faults.push(...read.faults.map((words) => ({ row, words })))
  }
  const all = [...faults, ...doubles(households)].sort((a, b) => (a.row ?? 0) - (b.row ?? 0))
  return all.length > 0 ? refused(all) : { ok: true, households }
}

/** 重复: `03幢` and `3 栋` are one building. */
function doubles(households: readonly RosterRow[]): readonly RosterFault[] {
  const first = new Map<string, number>()
  return households.flatMap(({ address, row }) => {
    const order = addressOrder(address)
    const earlier = first.get(order)
    if (earlier === undefined) first.set(order, row)
    return earlier === undefined ? [] : [{ row, words: `与第 ${earlier} 行是同一户（${addressLabel(address)}），请留一行` }]
  })
}

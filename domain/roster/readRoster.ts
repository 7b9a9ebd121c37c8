import { addressLabel, addressLook, addressOrder, type Address } from '../household/address'
import { cellText, isBlank, type Cell, type SheetRow } from './cell'
import { isHeader, readColumns, unnamedColumns } from './columns'
import { noHousehold } from './noHousehold'
import { quoted } from './quoted'
import { readRow, type RosterRow } from './readRow'

/** Decision 0032. */
export const ROSTER_ROWS_MAX = 20_000
/** So many are shown: by then a person mends the column, not the row. */
export const FAULTS_SHOWN_MAX = 100
/** A title and its notes above the header; further down nothing is looked for. */
const TITLE_ROWS_MAX = 10

/** What is wrong and where; `row` null: with the file as a whole. */
export type RosterFault = { readonly row: number | null; readonly words: string }
export type ReadRoster = { readonly ok: true; readonly households: readonly RosterRow[] } | FaultyRoster
export type FaultyRoster = { readonly ok: false; readonly faults: readonly RosterFault[]; readonly total: number }

/** By row, the file as a whole first; the first hundred are shown and all are counted. */
export function faultyRoster(faults: readonly RosterFault[]): FaultyRoster {
  const ordered = [...faults].sort((a, b) => (a.row ?? 0) - (b.row ?? 0))
  return { ok: false, faults: ordered.slice(0, FAULTS_SHOWN_MAX), total: faults.length }
}
const ofFile = (words: string): ReadRoster => faultyRoster([{ row: null, words }])

/** 住户名册: all of it or nothing. The rows as the spreadsheet has them, header first; blank ones are skipped. */
export function readRoster(sheet: readonly SheetRow[], estateName: string): ReadRoster {
  const rows = sheet.filter(({ cells }) => !cells.every(isBlank))
  const titles = rows.slice(0, TITLE_ROWS_MAX).findIndex(({ cells }) => isHeader(cells))
  const [header, ...filled] = rows.slice(Math.max(0, titles))
  if (!header) return ofFile('表里什么也没有。请确认住户写在第一张看得见的工作表里，再选一次')
  const above = rows.slice(0, Math.max(0, titles)).map(({ row, cells }) => ({ row, words: `表头上面多了一行（${quoted(firstWords(cells))}）。请删去这一行，表头要在最上面` }))
  const columns = readColumns(header.cells)
  const ofHeader = [...above, ...(columns.words === null ? [] : [{ row: header.row, words: columns.words }])]
  if (columns.places === null) return faultyRoster(ofHeader)
  if (filled.length === 0) return faultyRoster([...ofHeader, { row: null, words: '表里只有表头，没有住户' }])
  if (filled.length > ROSTER_ROWS_MAX) return ofFile(`一次最多导入 ${ROSTER_ROWS_MAX} 户，表里不止这些，请按楼栋分成几个文件`)

  const faults: RosterFault[] = [...ofHeader, ...unnamedColumns(header.cells, filled)]
  const households: RosterRow[] = []
  for (const { cells, row } of filled) {
    const other = noHousehold(cells, columns.places, estateName)
    const read = other === null ? readRow(cells, row, columns.places, estateName) : ({ ok: false, faults: [other] } as const)
    if (read.ok) households.push(read.household)
    else faults.push(...read.faults.map((words) => ({ row, words })))
  }
  const all = [...faults, ...doubles(households)]
  return all.length > 0 ? faultyRoster(all) : { ok: true, households }
}

function firstWords(cells: readonly Cell[]): string {
  const text = cells.map(cellText).find((words) => typeof words === 'string' && words !== '')
  return typeof text === 'string' ? text : ''
}

type Placed = { readonly address: Address; readonly row: number }
/** 重复: `03幢` and `3 栋` are one building. 东一 and 东1 may be: that is asked, for nobody but the writer knows. */
function doubles(households: readonly RosterRow[]): readonly RosterFault[] {
  const same = new Map<string, Placed>()
  const alike = new Map<string, Placed>()
  return households.flatMap(({ address, row }) => {
    const [order, look] = [addressOrder(address), addressLook(address)]
    const [earlier, like] = [same.get(order), alike.get(look)]
    if (!earlier) same.set(order, { address, row })
    if (!like) alike.set(look, { address, row })
    if (earlier) return [{ row, words: `与第 ${earlier.row} 行是同一户（${addressLabel(address)}），请留一行` }]
    return like ? [{ row, words: alikeWords(address, `第 ${like.row} 行的“${addressLabel(like.address)}”`) }] : []
  })
}

/** 只差数字的写法: a question to whoever wrote it. */
export const alikeWords = (address: Address, other: string): string => `“${addressLabel(address)}”与${other}只差数字的写法。是同一户就写成一样的、只留一行；不是同一户，请把号码写清楚`

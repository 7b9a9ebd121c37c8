import { plainAddress, type Address } from '../household/address'
import type { HouseholdStatus } from '../household/status'
import { pasted } from '../text/pasted'
import { ADDRESS_COLUMNS, addressFault, MERGED } from './addressFaults'
import { cellText, type Cell, type Spoilt } from './cell'
import type { ColumnPlaces, RosterColumn } from './columns'
import { readPhones } from './phones'
import { quoted } from './quoted'
import { readStatus } from './status'

/** A household as the file has it; `row` as the spreadsheet counts. */
export type RosterRow = { readonly row: number; readonly address: Address; readonly status: HouseholdStatus; readonly phones: readonly string[] }
export type ReadRow = { readonly ok: true; readonly household: RosterRow } | { readonly ok: false; readonly faults: readonly string[] }

const AS_TEXT = '被表格软件改成了日期或真假值。请把这一列的格式设成“文本”，再重新填写'
const SPOILT: Readonly<Record<Spoilt['spoilt'], (shown: string) => string>> = {
  date: () => AS_TEXT,
  truth: () => AS_TEXT,
  error: (shown) => `是错误值“${shown}”，不是空白。请改成应写的内容，没有就清空这一格`,
  formula: () => '是公式，文件里没有算出来的结果。请在表格软件里打开、保存一次，或把公式粘贴成数值',
}

/** 名册的一行: everything that is wrong with it at once, so that it is put right once. */
export function readRow(cells: readonly Cell[], row: number, places: ColumnPlaces, estateName: string): ReadRow {
  const textOf = (column: RosterColumn): string | Spoilt => cellText(cells[places[column]])
  const faultOf = (column: RosterColumn, fault: (text: string) => string | null): string | null => {
    const text = textOf(column)
    return typeof text === 'string' ? fault(text) : `“${column}”${SPOILT[text.spoilt](text.shown)}`
  }
  const isFraction = (column: RosterColumn, text: string): boolean => typeof cells[places[column]] === 'number' && text.includes('.')
  const wordsIn = (column: RosterColumn): string => {
    const text = textOf(column)
    return typeof text === 'string' ? text : ''
  }
  const [status, phones] = [readStatus(wordsIn('入住情况')), readPhones(wordsIn('手机号'))]
  const faults = [
    faultOf('小区', (text) => estateFault(text, estateName)),
    ...ADDRESS_COLUMNS.map((column) => faultOf(column, (text) => (isFraction(column, text) ? `“${column}”是小数 ${text}，可能少了末尾的 0。请把这一列的格式设成“文本”，再重新填写` : addressFault(column, text)))),
    faultOf('入住情况', (text) => statusFault(text, status)),
    faultOf('手机号', () => (phones.ok ? null : phones.words)),
  ].filter((fault) => fault !== null)
  if (faults.length > 0 || status === null || !phones.ok) return { ok: false, faults }
  const address = plainAddress({ building: wordsIn('楼栋'), unit: wordsIn('单元'), room: wordsIn('房号') })
  return { ok: true, household: { row, address, status, phones: phones.phones } }
}

/** A name as it is meant, blanks apart. */
export const plainName = (name: string): string => pasted(name).replace(/\s/g, '')
function estateFault(text: string, estateName: string): string | null {
  if (text === '') return `没有写小区${MERGED}`
  return plainName(text) === plainName(estateName) ? null : `小区写的是${quoted(text)}，不是“${estateName}”`
}

function statusFault(text: string, status: HouseholdStatus | null): string | null {
  if (status !== null) return null
  return text === '' ? '没有写入住情况' : `入住情况写的是${quoted(text)}，请改成：有人住、空置、商用或已注销`
}

import { pasted } from '../text/pasted'

/** What a spreadsheet holds in the place of words: a date or truth that it made of them, an error, or a formula without its result. */
export type Spoilt = { readonly spoilt: 'date' | 'truth' | 'error' | 'formula'; /** As the cell shows an error; empty elsewhere. */ readonly shown: string }
/** What stands in a cell of a sheet. */
export type Cell = string | number | Spoilt | null
/** `row` as the spreadsheet counts. */
export type SheetRow = { readonly row: number; readonly cells: readonly Cell[] }

/** What a double adds to a number is less: 302.00000000000006 is meant as 302, and 0.30000000000000004 as 0.3. */
const [NOISE, DIGITS_MEANT] = [1e-6, 12]
const ERROR = /^#(REF!|N\/A|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|SPILL!|CALC!)$/i

/** The words of a cell, also where a room or a phone was typed as a number; where they are lost, what stands in their place. */
export function cellText(cell: Cell | undefined): string | Spoilt {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'number') return String(Math.abs(cell - Math.round(cell)) < NOISE ? Math.round(cell) : Number(cell.toPrecision(DIGITS_MEANT)))
  if (typeof cell !== 'string') return cell
  const text = pasted(cell)
  return ERROR.test(text) ? { spoilt: 'error', shown: text } : text
}

export const isBlank = (cell: Cell | undefined): boolean => cellText(cell) === ''

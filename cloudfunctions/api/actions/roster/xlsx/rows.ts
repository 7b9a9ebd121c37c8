import type { Cell, SheetRow } from '../../../../../domain/roster/cell'
import { NotSpreadsheet, TooLarge } from './archive'
import { readElements } from './elements'
import { CELL_LETTERS_MAX, openText, ownLetters, unescaped, type SheetOfBook, type Workbook } from './workbook'

/** Nobody's roster is wider; what stands further right is kept as one column, to be told as foreign. */
export const COLUMNS_MAX = 64
const ERROR_LETTERS_MAX = 20
/** Of all cells that are kept, several times what a full roster has. */
const LETTERS_MAX = 8 * 1024 * 1024

/** The rows of a sheet in which something is written, one after the other; `take` says whether it wants more. */
export async function readRows({ strings, dates, budget }: Workbook, { part }: SheetOfBook, take: (row: SheetRow) => boolean): Promise<void> {
  const inline = openText()
  let [row, column, letters, isEnough] = [0, -1, 0, false]
  let cells: Cell[] = []
  let cell: { readonly type: string; readonly style: string | undefined; isFormula: boolean; isValue: boolean; value: string | null } | null = null

  function written({ type, style, isFormula, value }: NonNullable<typeof cell>): Cell {
    if (type === 'inlineStr') return inline.end() || null
    if (value === null || value === '') return isFormula && value === null ? { spoilt: 'formula', shown: '' } : null
    switch (type) {
      case 's': return strings[Number(value)] ?? { spoilt: 'error', shown: '' }
      case 'str': return ownLetters(unescaped(value))
      case 'b': return { spoilt: 'truth', shown: '' }
      case 'd': return { spoilt: 'date', shown: '' }
      case 'e': return { spoilt: 'error', shown: ownLetters(value.slice(0, ERROR_LETTERS_MAX)) }
      default: return numberIn(value, dates[Number(style ?? -1)] ?? false)
    }
  }

  await readElements(part, budget, {
    isDone: () => isEnough,
    open: (name, attributes) => {
      if (isEnough) return
      if (name === 'row') {
        // Rows and cells may go without saying where they stand: one behind the other.
        row = Number(attributes().r ?? row + 1)
        if (!Number.isInteger(row)) throw new NotSpreadsheet('a row without a number')
        column = -1
        cells = []
      } else if (name === 'c') {
        const { r, t = 'n', s } = attributes()
        column = r === undefined ? column + 1 : columnOf(r)
        cell = { type: t, style: s, isFormula: false, isValue: false, value: null }
        inline.begin()
      } else if (cell) {
        if (name === 'f') cell.isFormula = true
        if (name === 'v') [cell.isValue, cell.value] = [true, cell.value ?? '']
        inline.open(name)
      }
    },
    close: (name) => {
      if (isEnough) return
      if (name === 'row') {
        if (cells.length > 0) isEnough = !take({ row, cells })
      } else if (name === 'c') {
        const content = cell ? written(cell) : null
        if (content !== null && (typeof content !== 'string' || content.trim() !== '')) put(cells, Math.min(Math.max(column, 0), COLUMNS_MAX), content)
        letters += typeof content === 'string' ? content.length : 0
        if (letters > LETTERS_MAX) throw new TooLarge('more words than a roster')
        cell = null
      } else if (cell) {
        if (name === 'v') cell.isValue = false
        inline.close(name)
      }
    },
    text: (piece) => {
      if (!cell) return
      if (cell.isValue && (cell.value?.length ?? 0) < CELL_LETTERS_MAX) cell.value = (cell.value ?? '') + piece
      else inline.add(piece)
    },
  })
}

function put(cells: Cell[], column: number, content: Cell): void {
  while (cells.length < column) cells.push(null)
  cells[column] = content
}

const numberIn = (value: string, isDate: boolean): Cell => {
  if (isDate) return { spoilt: 'date', shown: '' }
  return Number.isFinite(Number(value)) ? Number(value) : { spoilt: 'error', shown: ownLetters(value.slice(0, ERROR_LETTERS_MAX)) }
}

/** `AB12` is column 27, counted from 0. */
function columnOf(reference: string): number {
  let column = 0
  for (const letter of reference.replace(/[^A-Za-z]/g, '').toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64
  return column - 1
}

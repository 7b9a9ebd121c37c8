import { isBlank, type SheetRow } from '../../../../domain/roster/cell'
import { isHeader, TEMPLATE_HELP } from '../../../../domain/roster/columns'
import { ROSTER_ROWS_MAX } from '../../../../domain/roster/readRoster'
import type { RosterSheets } from '../../../../types/documents/roster'
import { NotSpreadsheet, TooLarge } from './xlsx/archive'
import { readRows } from './xlsx/rows'
import { openWorkbook, type SheetOfBook, type Workbook } from './xlsx/workbook'

/** Twenty thousand households are half of this, with five numbers each. */
const BYTES_MAX = 5 * 1024 * 1024
/** With a title and its notes more than may be: such a file is refused, and need not be read to its end. */
const ROWS_READ_MAX = ROSTER_ROWS_MAX + 50
/** So much of another sheet is looked at before it is called filled. */
const GLANCE_ROWS = 20
/** So many sheets are named. */
const SHEETS_TOLD_MAX = 20
const SHEET_NAME_MAX = 31

export type ReadSheet = { readonly ok: true; readonly rows: readonly SheetRow[]; readonly sheets: RosterSheets; /** Sheets beside it that hold a roster as well. */ readonly rosters: readonly string[] } | { readonly ok: false; readonly words: string }

const OLD_OR_LOCKED = [0xd0, 0xcf, 0x11, 0xe0]
const WORDS = {
  heavy: '文件太大（超过 5 MB）。请只留住户名册这一张工作表，去掉图片，再选一次',
  none: '这不是可以读取的 Excel 表格（.xlsx）。如果是 .xls、.csv 或 WPS 文件，请用表格软件打开，另存为“Excel 工作簿（.xlsx）”后再选',
  locked: '这是旧式的 Excel 97-2003 表格（.xls），或者设了打开密码。请用表格软件打开，去掉密码，另存为“Excel 工作簿（.xlsx）”后再选',
  large: '表格展开后太大：多半是住户以外的空白行、空白列设了边框或颜色，或者还有别的大表。请新建一个表格，只把住户那几列复制过去，另存后再选',
  hidden: '所有工作表都是隐藏的。请取消隐藏住户名册那一张，再选一次',
} as const
const told = (words: keyof typeof WORDS): ReadSheet => ({ ok: false, words: WORDS[words] })

/** The first sheet of an xlsx that can be seen. A name proves nothing: it is looked at from within, piece by piece, whatever it unpacks to. */
export async function readSheet(bytes: Uint8Array): Promise<ReadSheet> {
  if (bytes.length > BYTES_MAX) return told('heavy')
  if (OLD_OR_LOCKED.every((byte, index) => bytes[index] === byte)) return told('locked')
  try {
    const book = await openWorkbook(bytes)
    const sheet = book.sheets.find(({ isHidden }) => !isHidden)
    return sheet ? await readFirst(book, sheet) : told(book.sheets.length > 0 ? 'hidden' : 'none')
  } catch (error) {
    // Nothing else is the file's fault.
    if (error instanceof TooLarge) return told('large')
    if (error instanceof NotSpreadsheet) return told('none')
    throw error
  }
}

async function readFirst(book: Workbook, sheet: SheetOfBook): Promise<ReadSheet> {
  const rows: SheetRow[] = []
  await readRows(book, sheet, (row) => rows.push(row) < ROWS_READ_MAX)
  const [unread, rosters]: [RosterSheets['unread'][number][], string[]] = [[], []]
  for (const other of book.sheets.filter((each) => each !== sheet).slice(0, SHEETS_TOLD_MAX)) {
    const { isFilled, isRoster } = await glance(book, other)
    if (isRoster && !other.isHidden) rosters.push(shortName(other))
    if (isFilled && other.name !== TEMPLATE_HELP) unread.push({ name: shortName(other), isHidden: other.isHidden })
  }
  return { ok: true, rows, sheets: { read: shortName(sheet), unread }, rosters }
}

const shortName = ({ name }: SheetOfBook): string => name.slice(0, SHEET_NAME_MAX)

/** Whether something is written on a sheet, and whether it is a header with rows below. */
async function glance(book: Workbook, sheet: SheetOfBook): Promise<{ readonly isFilled: boolean; readonly isRoster: boolean }> {
  let [seen, hasHeader, isRoster] = [0, false, false]
  await readRows(book, sheet, ({ cells }) => {
    if (cells.every(isBlank)) return true
    seen += 1
    isRoster = hasHeader
    hasHeader ||= isHeader(cells)
    return !isRoster && (hasHeader || seen < GLANCE_ROWS)
  })
  return { isFilled: seen > 0, isRoster }
}

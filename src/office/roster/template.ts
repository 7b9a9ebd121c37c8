import { ROSTER_COLUMNS, TEMPLATE_HELP } from '../../../domain/roster/columns'
import { ROSTER_COLUMN } from '@/labels/roster'

const WIDTHS = [18, 8, 8, 10, 12, 30]

/** 名册模板 as a file, for a browser. The example is on a second sheet, which is not read: an example that was left in the first would become a household. */
export async function saveTemplate(): Promise<void> {
  // Its own `if`: so WeChat's build goes without the library.
  if (process.env.TARO_ENV === 'h5') {
    const { default: writeXlsxFile } = await import('write-excel-file/browser')
    // As text, or a spreadsheet makes a date of the room 3-2 and rounds a phone number.
    const columns = WIDTHS.map((width) => ({ width }))
    const header = ROSTER_COLUMNS.map((value) => ({ value, fontWeight: 'bold' as const }))
    const blank = Array.from({ length: 200 }, () => ROSTER_COLUMNS.map(() => ({ value: '', type: String, format: '@' })))
    const how = ROSTER_COLUMNS.map((column) => [{ value: column }, { value: ROSTER_COLUMN[column].how }, { value: ROSTER_COLUMN[column].example, type: String, format: '@' }])
    await writeXlsxFile([
      { data: [header, ...blank], sheet: '住户名册', columns, stickyRowsCount: 1 },
      { data: [[{ value: '列' }, { value: '怎么填' }, { value: '例' }], ...how], sheet: TEMPLATE_HELP, columns: [{ width: 12 }, { width: 50 }, { width: 30 }] },
    ]).toFile('住户名册模板.xlsx')
  }
}

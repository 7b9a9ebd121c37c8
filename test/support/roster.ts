import writeXlsxFile from 'write-excel-file/node'
import { ROSTER_COLUMNS } from '../../domain/roster/columns'

export type Value = string | number | boolean | Date | null
export const HEADER: readonly string[] = ROSTER_COLUMNS

/** A real file, as a spreadsheet saves it. */
export const xlsxOf = async (rows: readonly (readonly Value[])[]): Promise<Uint8Array> =>
  new Uint8Array(await writeXlsxFile(rows.map((row) => row.map((value) => (value instanceof Date ? { value, type: Date, format: 'mm/dd/yyyy' } : { value: value ?? undefined })))).toBuffer())

export const rosterFile = (name: string): string => `cloud://env.bucket/rosters/${name}.xlsx`

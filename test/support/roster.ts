import writeXlsxFile from 'write-excel-file/node'
import { ROSTER_COLUMNS } from '../../domain/roster/columns'
import type { Town } from './town'

export type Value = string | number | boolean | Date | null
export const HEADER: readonly string[] = ROSTER_COLUMNS

/** A real file, as a spreadsheet saves it. */
export const xlsxOf = async (rows: readonly (readonly Value[])[]): Promise<Uint8Array> =>
  new Uint8Array(await writeXlsxFile(rows.map((row) => row.map((value) => (value instanceof Date ? { value, type: Date, format: 'mm/dd/yyyy' } : { value: value ?? undefined })))).toBuffer())

const STORE = 'cloud://env.bucket/'
/** In the folder of nobody. */
export const NO_ROSTER = `${STORE}uploads/${'0'.repeat(32)}/1.xlsx`

/** Where the next roster of somebody goes. */
export const rosterPlace = async (town: Town, openid: string): Promise<string> => STORE + (await town.ok(openid, 'openUploads', { kind: 'roster' })).paths[0]!

/** A roster that somebody has sent into the storage, and nobody has read yet. */
export async function sentRoster(town: Town, openid: string, bytes: Uint8Array): Promise<string> {
  const fileId = await rosterPlace(town, openid)
  town.storage.stored.set(fileId, bytes)
  return fileId
}

/** What was uploaded and stands in the storage still. */
export const uploadsIn = (town: Town): readonly string[] => [...town.storage.stored.keys()].filter((fileId) => fileId.includes('/uploads/'))

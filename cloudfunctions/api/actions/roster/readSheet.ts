import { unzipSync } from 'fflate'
import { readSheet as readFirstSheet } from 'read-excel-file/universal'
import type { Cell } from '../../../../domain/roster/cell'

/** Twenty thousand households are half of this, with five numbers each. */
const BYTES_MAX = 5 * 1024 * 1024
/** What a file of that size says it unpacks to; more is no roster. */
const UNPACKED_BYTES_MAX = 100 * 1024 * 1024

export type ReadSheet = { readonly ok: true; readonly rows: readonly (readonly Cell[])[] } | { readonly ok: false; readonly words: string }

const NO_SHEET = '这不是可以读取的 Excel 表格（.xlsx）。如果是 .xls、.csv 或 WPS 文件，请用表格软件打开，另存为“Excel 工作簿（.xlsx）”后再选'

/** The first sheet of an xlsx, blank rows and all. A name proves nothing: it is looked at from within. */
export async function readSheet(bytes: Uint8Array): Promise<ReadSheet> {
  if (bytes.length > BYTES_MAX) return { ok: false, words: '文件太大（超过 5 MB）。请只留住户名册这一张工作表，去掉图片，再选一次' }
  try {
    if (unpackedBytes(bytes) > UNPACKED_BYTES_MAX) return { ok: false, words: NO_SHEET }
    // The library's types name the constructor where a date is meant.
    return { ok: true, rows: (await readFirstSheet(Uint8Array.from(bytes).buffer)) as unknown as readonly (readonly Cell[])[] }
  } catch {
    return { ok: false, words: NO_SHEET }
  }
}

/** By its own table of contents, without unpacking anything. */
function unpackedBytes(bytes: Uint8Array): number {
  let sum = 0
  unzipSync(bytes, {
    filter: ({ originalSize }) => {
      sum += originalSize
      return false
    },
  })
  return sum
}

import { createInflateRaw } from 'node:zlib'

/** What is no spreadsheet, or a broken one: the only fault that is told as "not an Excel". */
export class NotSpreadsheet extends Error {}
/** More than a roster ever unpacks to. */
export class TooLarge extends Error {}

/** A part of an xlsx, still packed. */
export type Packed = { readonly isDeflated: boolean; readonly bytes: Uint8Array }
/** The parts by their names in small letters, without a slash before them. */
export type Archive = ReadonlyMap<string, Packed>
/** How much may still be unpacked, of all parts together. */
export type Budget = { bytes: number }

const [END, ENTRY, LOCAL] = [0x06054b50, 0x02014b50, 0x04034b50]
const [END_LENGTH, ENTRY_LENGTH, LOCAL_LENGTH, COMMENT_MAX] = [22, 46, 30, 0xffff]
const [STORED, DEFLATED, ENCRYPTED] = [0, 8, 1]
const [WIDE, ALL_ONES] = [1, 0xffffffff]
const CHUNK = 64 * 1024

/** By its table of contents, which is believed only as to where the parts stand: how large they are is counted while they are unpacked. */
export function openArchive(bytes: Uint8Array): Archive {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const archive = new Map<string, Packed>()
  try {
    const end = endOf(view)
    let at = view.readUInt32LE(end + 16)
    for (let left = view.readUInt16LE(end + 10); left > 0; left -= 1) {
      if (view.readUInt32LE(at) !== ENTRY) throw new NotSpreadsheet('no entry where one should be')
      const [flags, method, name, extra, comment] = [8, 10, 28, 30, 32].map((place) => view.readUInt16LE(at + place)) as [number, number, number, number, number]
      const path = view.toString('utf8', at + ENTRY_LENGTH, at + ENTRY_LENGTH + name)
      if (flags & ENCRYPTED || (method !== STORED && method !== DEFLATED)) throw new NotSpreadsheet('packed in a way no spreadsheet is')
      const [, size, local] = wideFields(view, at, view.subarray(at + ENTRY_LENGTH + name, at + ENTRY_LENGTH + name + extra))
      archive.set(plainPath(path), { isDeflated: method === DEFLATED, bytes: contentsAt(view, local, size) })
      at += ENTRY_LENGTH + name + extra + comment
    }
  } catch (error) {
    // Something points behind the end of the file: it breaks off.
    throw codeOf(error) === 'ERR_OUT_OF_RANGE' || codeOf(error) === 'ERR_BUFFER_OUT_OF_BOUNDS' ? new NotSpreadsheet('it breaks off') : error
  }
  return archive
}

export const plainPath = (path: string): string => path.replace(/\\/g, '/').replace(/^\/+/, '').toLowerCase()

function endOf(view: Buffer): number {
  for (let at = view.length - END_LENGTH; at >= Math.max(0, view.length - END_LENGTH - COMMENT_MAX); at -= 1) if (view.readUInt32LE(at) === END) return at
  throw new NotSpreadsheet('no archive')
}

/** Size, packed size and place of an entry. Where one of them is all ones it stands among the extras, in eight bytes: exports written as a stream do so, however small they are. */
function wideFields(view: Buffer, at: number, extras: Buffer): readonly [number, number, number] {
  let wide = 0
  for (let next = 0; next + 4 <= extras.length && wide === 0; next += 4 + extras.readUInt16LE(next + 2)) if (extras.readUInt16LE(next) === WIDE) wide = next + 4
  return [24, 20, 42].map((place) => {
    const value = view.readUInt32LE(at + place)
    if (value !== ALL_ONES || wide === 0) return value
    wide += 8
    return Number(extras.readBigUInt64LE(wide - 8))
  }) as [number, number, number]
}

function contentsAt(view: Buffer, local: number, size: number): Uint8Array {
  if (view.readUInt32LE(local) !== LOCAL) throw new NotSpreadsheet('no part where one should be')
  const start = local + LOCAL_LENGTH + view.readUInt16LE(local + 26) + view.readUInt16LE(local + 28)
  if (start + size > view.length) throw new NotSpreadsheet('a part breaks off')
  return view.subarray(start, start + size)
}

/** Of a part that stays in memory, or of which nobody needs much: no more than this, whatever the others leave. */
export async function within<Result>(budget: Budget, bytes: number, read: (own: Budget) => Promise<Result>): Promise<Result> {
  const given = Math.min(bytes, budget.bytes)
  const own: Budget = { bytes: given }
  const result = await read(own)
  budget.bytes -= given - own.bytes
  return result
}

/** Piece by piece, so that never more than a piece stands in memory; it ends where the budget does. */
export async function* unpacked({ isDeflated, bytes }: Packed, budget: Budget): AsyncGenerator<Uint8Array> {
  const spent = (piece: Uint8Array) => {
    budget.bytes -= piece.length
    if (budget.bytes < 0) throw new TooLarge('it unpacks to more than a roster')
    return piece
  }
  if (!isDeflated) {
    for (let from = 0; from < bytes.length; from += CHUNK) yield spent(bytes.subarray(from, from + CHUNK))
    return
  }
  const inflate = createInflateRaw({ chunkSize: CHUNK })
  inflate.end(bytes)
  try {
    for await (const piece of inflate) yield spent(piece as Uint8Array)
  } catch (error) {
    throw codeOf(error).startsWith('Z_') ? new NotSpreadsheet('what is packed in it is broken') : error
  }
}

/** Node's own errors by their codes, wherever they were made. */
const codeOf = (error: unknown): string => (error as { readonly code?: string }).code ?? ''

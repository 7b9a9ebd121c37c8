import { encode, isPlainObject, type Document, type Value } from '../engine/document'
import { readChunks } from './folder'
import { damaged } from './refused'

/** Wider than any document: what has no line end is not read into the memory whole. */
const LINE_BYTES_MAX = 8 * 1024 * 1024
const utf8 = new TextDecoder('utf-8', { fatal: true })

export type Line = { readonly number: number; readonly text: string }

/** A document as the cloud's console exports and imports it: relaxed EJSON, dates as `{"$date": "ISO"}`. */
export const lineOf = (document: Document): string => `${encode(withIsoDates(document))}\n`

function withIsoDates(value: Value): Value {
  if (value instanceof Date) return { $date: isoOf(value) }
  if (Array.isArray(value)) return value.map(withIsoDates)
  if (!isPlainObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withIsoDates(item)]))
}

/** EJSON has no ISO text for a year of more than four digits. */
function isoOf(date: Date): Value {
  const iso = date.toISOString()
  return iso.length === 24 ? iso : { $numberLong: String(date.getTime()) }
}

/** Lines end at `\n` only: U+2028 may stand in a text. Blank ones are passed over, a BOM is taken off. */
export function* readLines(file: string, name: string): Generator<Line> {
  let number = 0
  let parts: Buffer[] = []
  let length = 0
  const take = (): Line | null => {
    number++
    const text = textOf(Buffer.concat(parts), `${name}: 第 ${number} 行 (line ${number})`)
    parts = []
    length = 0
    return text.trim() === '' ? null : { number, text }
  }
  for (const chunk of readChunks(file)) {
    let from = 0
    for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, from)) {
      parts.push(chunk.subarray(from, end))
      from = end + 1
      const line = take()
      if (line) yield line
    }
    parts.push(Buffer.from(chunk.subarray(from)))
    length += chunk.length - from
    if (length > LINE_BYTES_MAX) throw damaged(`${name}: 第 ${number + 1} 行 (line ${number + 1})`, '行过长 (the line is too long)')
  }
  if (length > 0) {
    const line = take()
    if (line) yield line
  }
}

/** Bytes that are no UTF-8 are refused, not replaced. */
function textOf(bytes: Buffer, where: string): string {
  try {
    return utf8.decode(bytes)
  } catch {
    throw damaged(where, '不是 UTF-8 (not UTF-8)')
  }
}

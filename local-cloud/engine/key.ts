import { fieldOf, isPlainObject, type Document, type Value } from './document'

/** -1 sorts downwards. */
export type Direction = 1 | -1
export type KeyPart = readonly [path: string, direction: Direction]

/** One byte per type, in the order in which the database sorts types. */
const TAG = { emptyArray: 0x10, null: 0x14, number: 0x20, string: 0x30, object: 0x40, array: 0x48, boolean: 0x60, date: 0x70, regex: 0x80 } as const
const EMPTY_ARRAY = Symbol('empty array')

/** Bytes that compare as the values do, so that one ordinary B-tree can serve every type. */
export function encodeKey(value: Value): Buffer {
  if (value === null || value === undefined) return Buffer.of(TAG.null)
  if (value === EMPTY_ARRAY) return Buffer.of(TAG.emptyArray)
  if (typeof value === 'number') return encodeNumber(TAG.number, value)
  if (typeof value === 'string') return Buffer.concat([Buffer.of(TAG.string), encodeText(value)])
  if (typeof value === 'boolean') return Buffer.of(TAG.boolean, value ? 1 : 0)
  if (value instanceof Date) return encodeNumber(TAG.date, value.getTime())
  if (value instanceof RegExp) return Buffer.concat([Buffer.of(TAG.regex), encodeText(value.source), encodeText(value.flags)])
  if (Array.isArray(value)) return Buffer.concat([Buffer.of(TAG.array), ...value.flatMap((item) => [Buffer.of(1), encodeKey(item)]), Buffer.of(0)])
  // A field's type counts before its name.
  const entries = Object.entries(value as Document).flatMap(([name, item]) => {
    const key = encodeKey(item)
    return [Buffer.of(1, key[0]!), encodeText(name), key]
  })
  return Buffer.concat([Buffer.of(TAG.object), ...entries, Buffer.of(0)])
}

function encodeNumber(tag: number, value: number): Buffer {
  const bytes = Buffer.alloc(9)
  bytes[0] = tag
  if (Number.isNaN(value)) return bytes
  bytes.writeDoubleBE(value === 0 ? 0 : value, 1)
  if (bytes[1]! & 0x80) for (let i = 1; i < 9; i++) bytes[i] = ~bytes[i]! & 0xff
  else bytes[1]! |= 0x80
  return bytes
}

/** 00 inside becomes 00 FF, the end is 00 00: a shorter text stays before a longer one. */
function encodeText(text: string): Buffer {
  const escaped = text.includes('\0') ? Buffer.from(Buffer.from(text).toString('latin1').replaceAll('\0', '\0\xff'), 'latin1') : Buffer.from(text)
  return Buffer.concat([escaped, Buffer.of(0, 0)])
}

export const inDirection = (key: Buffer, direction: Direction): Buffer => {
  if (direction === 1) return key
  const flipped = Buffer.from(key)
  for (let i = 0; i < flipped.length; i++) flipped[i] = ~flipped[i]! & 0xff
  return flipped
}

/** First key after every key that begins with `prefix`. */
export function successor(prefix: Buffer): Buffer {
  const end = Buffer.from(prefix)
  for (let i = end.length - 1; i >= 0; i--) {
    if (end[i]! < 0xff) {
      end[i]!++
      return end.subarray(0, i + 1)
    }
  }
  return Buffer.of(0xff, 0xff, 0xff)
}

/** Bounds of all values of the type of `value`: `$gt: 5` finds numbers only. */
export const typeBounds = (value: Value): { low: Buffer; high: Buffer } => {
  const tag = encodeKey(value)[0]!
  return { low: Buffer.of(tag), high: Buffer.of(tag + 1) }
}

/** Values an index sees at a path: every element of an array, `null` where nothing stands. */
export function valuesAt(document: Document, path: string): { values: Value[]; throughArray: boolean } {
  const values: Value[] = []
  let throughArray = false
  const walk = (value: Value, parts: string[]): void => {
    if (Array.isArray(value)) {
      throughArray = true
      const [head, ...rest] = parts
      if (head !== undefined && /^\d+$/.test(head)) return walk(value[Number(head)], rest)
      if (value.length === 0) values.push(parts.length === 0 ? EMPTY_ARRAY : null)
      for (const item of value) {
        if (parts.length === 0) values.push(item)
        else if (isPlainObject(item)) walk(item, parts)
      }
      return
    }
    const [head, ...rest] = parts
    if (head === undefined) values.push(value ?? null)
    else walk(isPlainObject(value) ? fieldOf(value, head) : null, rest)
  }
  walk(document, path.split('.'))
  if (values.length === 0) values.push(null)
  return { values, throughArray }
}

/** The one key a document is sorted by: of an array, the smallest (upwards) or the greatest (downwards) element. */
export function sortKey(document: Document, sort: readonly KeyPart[]): Buffer {
  return Buffer.concat(
    sort.map(([path, direction]) => {
      const keys = valuesAt(document, path).values.map((value) => inDirection(encodeKey(value), direction))
      return keys.reduce((first, key) => (Buffer.compare(key, first) < 0 ? key : first))
    }),
  )
}

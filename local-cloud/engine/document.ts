import { invalidParameter, unsupported } from '../errors'
import { leadingOptions } from './regex/options'

export type Value = unknown
export type Document = Record<string, Value>

/** EJSON types no document of a mini-program holds; decoding them half-way would corrupt them. */
const FOREIGN = new Set(['$oid', '$binary', '$uuid', '$numberDecimal', '$timestamp', '$minKey', '$maxKey', '$code', '$symbol', '$dbPointer', '$undefined'])
const NOT_SPECIAL = Symbol('an ordinary object')

/** Deeper text is not looked into; what is stored may be half as deep. */
const WIRE_DEPTH_MAX = 200
const STORED_DEPTH_MAX = 100

/** What `db.serverDate()` means. Only text off the wire is given one: such text is also checked for its depth, what lies on the disk has been. */
export type ServerDate = (offsetMilliseconds: number) => Date

/** Reads EJSON, canonical (from the SDK) and relaxed (from the disk) alike; the parsed tree is changed in place. */
export function decode(text: string, serverDate?: ServerDate): Value {
  let parsed: Value
  try {
    parsed = JSON.parse(text)
  } catch {
    throw invalidParameter(`EJSON 无法解析 (malformed EJSON): ${text.slice(0, 60)}`)
  }
  return serverDate !== undefined || text.includes('"$') ? revive(parsed, 0, serverDate) : parsed
}

export const decodeDocument = (text: string, serverDate?: ServerDate): Document => {
  const value = decode(text, serverDate)
  if (!isPlainObject(value)) throw invalidParameter('应为对象 (an object was expected)')
  return value
}

function revive(value: Value, depth: number, serverDate?: ServerDate): Value {
  if (typeof value === 'string') return wellFormed(value)
  if (value === null || typeof value !== 'object') return value
  if (depth > WIRE_DEPTH_MAX) throw invalidParameter(`EJSON 嵌套超过 ${WIRE_DEPTH_MAX} 层 (nested more than ${WIRE_DEPTH_MAX} levels deep)`)
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) value[i] = revive(value[i], depth + 1, serverDate)
    return value
  }
  const object = value as Document
  const keys = Object.keys(object)
  if (keys.length === 1 && keys[0]!.startsWith('$')) {
    const special = reviveSpecial(keys[0]!, object[keys[0]!], depth, serverDate)
    if (special !== NOT_SPECIAL) return special
  }
  for (const key of keys) {
    if (key === '__proto__') throw invalidParameter('字段名不可为 __proto__ (a field cannot be named __proto__)')
    object[key] = revive(object[key], depth + 1, serverDate)
  }
  return object
}

/** UTF-8 has no half of a pair; nothing could tell such a text from another one on the disk. */
const wellFormed = (text: string): string => (/\p{Cs}/u.test(text) ? Buffer.from(text).toString() : text)

function reviveSpecial(key: string, operand: Value, depth: number, serverDate?: ServerDate): Value {
  switch (key) {
    case '$numberInt':
    case '$numberLong':
      return reviveNumber(key, operand, /^-?\d+$/)
    case '$numberDouble':
      return reviveNumber(key, operand, /^(-?Infinity|NaN|-?\d+(\.\d+)?([eE][+-]?\d+)?)$/)
    case '$date':
      return reviveDate(operand)
    case '$regularExpression':
      return isPlainObject(operand) ? regExpOf(String(operand.pattern), typeof operand.options === 'string' ? operand.options : '') : NOT_SPECIAL
    case '$tcb_server_date':
      return serverDate ? serverDate(Number(revive((operand as Document | null)?.offset, depth)) || 0) : NOT_SPECIAL
    default:
      if (FOREIGN.has(key)) throw unsupported('数据类型', key)
      return NOT_SPECIAL
  }
}

function reviveNumber(key: string, operand: Value, form: RegExp): number {
  if (!form.test(String(operand))) throw invalidParameter(`数字无效 (invalid ${key}): ${String(operand).slice(0, 60)}`)
  return Number(operand)
}

function reviveDate(operand: Value): Date {
  const milliseconds = isPlainObject(operand) ? Number(operand.$numberLong ?? NaN) : typeof operand === 'string' ? Date.parse(operand) : Number(operand)
  const date = new Date(milliseconds)
  if (Number.isNaN(date.getTime())) throw invalidParameter('日期无效 (invalid $date)')
  return date
}

/** JavaScript's object only carries the pattern; `regex/pattern.ts` decides what it means. */
function regExpOf(pattern: string, options: string): RegExp {
  const { source, options: flags } = leadingOptions(pattern, options)
  if (/[^ims]/.test(flags)) throw unsupported('正则选项', flags)
  try {
    return new RegExp(source, flags)
  } catch {
    throw invalidParameter(`正则无效 (Regular expression is invalid): ${pattern.slice(0, 60)}`)
  }
}

/** The text on the disk and on the wire: plain numbers, `{"$date": ms}` for dates. */
export const encode = (value: Value): string => JSON.stringify(relax(value))

function relax(value: Value): Value {
  if (typeof value === 'number') return Number.isFinite(value) ? value : { $numberDouble: String(value) }
  if (value === null || typeof value !== 'object') return value
  if (value instanceof Date) return { $date: value.getTime() }
  if (value instanceof RegExp) return { $regularExpression: { pattern: value.source, options: value.flags } }
  if (Array.isArray(value)) return value.map((item) => (item === undefined ? null : relax(item)))
  const copy: Document = {}
  for (const key of Object.keys(value)) copy[key] = relax((value as Document)[key])
  return copy
}

export const isPlainObject = (value: Value): value is Document =>
  value !== null && typeof value === 'object' && !Array.isArray(value) && !(value instanceof Date) && !(value instanceof RegExp)

/** `{$gt: 5}`: the first field decides, as in the database. */
export const isOperatorObject = (value: Value): value is Document => isPlainObject(value) && (Object.keys(value)[0]?.startsWith('$') ?? false)

/** A field of its own: `constructor` is no field of every document. */
export const fieldOf = (document: Document, name: string): Value => (Object.hasOwn(document, name) ? document[name] : undefined)

/** A stored field can neither look like an operator nor like a path: nothing could address it afterwards. */
export function assertStorable(value: Value, depth = 0): void {
  if (value === null || typeof value !== 'object') return
  if (depth > STORED_DEPTH_MAX) throw invalidParameter(`文档嵌套超过 ${STORED_DEPTH_MAX} 层 (exceeded the depth limit of ${STORED_DEPTH_MAX} levels)`)
  if (Array.isArray(value)) return value.forEach((item) => assertStorable(item, depth + 1))
  if (!isPlainObject(value)) return
  for (const key of Object.keys(value)) {
    if (key.startsWith('$')) throw invalidParameter(`字段名不可以 $ 开头 (a field name cannot start with $): ${key}`)
    if (key.includes('.') || key === '' || key === '__proto__' || /\p{Cs}/u.test(key)) throw invalidParameter(`字段名无效 (invalid field name): "${key}"`)
    assertStorable(value[key], depth + 1)
  }
}

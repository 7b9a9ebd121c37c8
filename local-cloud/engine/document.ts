import { invalidParameter, unsupported } from '../errors'

export type Value = unknown
export type Document = Record<string, Value>

/** EJSON types no document of a mini-program holds; decoding them half-way would corrupt them. */
const FOREIGN = new Set(['$oid', '$binary', '$uuid', '$numberDecimal', '$timestamp', '$minKey', '$maxKey', '$code', '$symbol', '$dbPointer', '$undefined'])
const NOT_SPECIAL = Symbol('an ordinary object')

/** What `db.serverDate()` means: `now` where a value is written, nothing where one is looked for. */
export type ServerDate = (offsetMilliseconds: number) => Date

/** Reads EJSON, canonical (from the SDK) and relaxed (from the disk) alike; the parsed tree is changed in place. */
export function decode(text: string, serverDate?: ServerDate): Value {
  let parsed: Value
  try {
    parsed = JSON.parse(text)
  } catch {
    throw invalidParameter(`EJSON 无法解析 (malformed EJSON): ${text.slice(0, 60)}`)
  }
  return text.includes('"$') || text.includes('__proto__') ? revive(parsed, serverDate) : parsed
}

export const decodeDocument = (text: string, serverDate?: ServerDate): Document => {
  const value = decode(text, serverDate)
  if (!isPlainObject(value)) throw invalidParameter('应为对象 (an object was expected)')
  return value
}

function revive(value: Value, serverDate?: ServerDate): Value {
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) value[i] = revive(value[i], serverDate)
    return value
  }
  const object = value as Document
  const keys = Object.keys(object)
  if (keys.length === 1 && keys[0]!.startsWith('$')) {
    const special = reviveSpecial(keys[0]!, object[keys[0]!], serverDate)
    if (special !== NOT_SPECIAL) return special
  }
  for (const key of keys) {
    if (key === '__proto__') throw invalidParameter('字段名不可为 __proto__ (a field cannot be named __proto__)')
    object[key] = revive(object[key], serverDate)
  }
  return object
}

function reviveSpecial(key: string, operand: Value, serverDate?: ServerDate): Value {
  switch (key) {
    case '$numberInt':
    case '$numberLong':
    case '$numberDouble':
      return Number(operand)
    case '$date':
      return reviveDate(operand)
    case '$regularExpression':
    case '$regex':
      return isPlainObject(operand) ? reviveRegExp(operand) : NOT_SPECIAL
    case '$tcb_server_date': {
      if (!serverDate) throw unsupported('查询里的', 'db.serverDate()')
      return serverDate(Number(revive((operand as Document | null)?.offset)) || 0)
    }
    default:
      if (FOREIGN.has(key)) throw unsupported('数据类型', key)
      return NOT_SPECIAL
  }
}

function reviveDate(operand: Value): Date {
  const milliseconds = isPlainObject(operand) ? Number(operand.$numberLong) : typeof operand === 'string' ? Date.parse(operand) : Number(operand)
  if (Number.isNaN(milliseconds)) throw invalidParameter('日期无效 (invalid $date)')
  return new Date(milliseconds)
}

function reviveRegExp(operand: Document): RegExp {
  const options = typeof operand.options === 'string' ? operand.options : ''
  if (/[^ims]/.test(options)) throw unsupported('正则选项', options)
  try {
    return new RegExp(String(operand.pattern), options)
  } catch {
    throw invalidParameter(`正则无效 (invalid regular expression): ${String(operand.pattern)}`)
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

/** A stored field can neither look like an operator nor like a path: nothing could address it afterwards. */
export function assertStorable(value: Value): void {
  if (Array.isArray(value)) return value.forEach(assertStorable)
  if (!isPlainObject(value)) return
  for (const key of Object.keys(value)) {
    if (key.startsWith('$')) throw invalidParameter(`字段名不可以 $ 开头 (a field name cannot start with $): ${key}`)
    if (key.includes('.') || key === '' || key === '__proto__') throw invalidParameter(`字段名无效 (invalid field name): "${key}"`)
    assertStorable(value[key])
  }
}

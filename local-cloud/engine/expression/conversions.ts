import { unsupported } from '../../errors'
import type { Value } from '../document'
import { badValue } from '../query/badValue'
import { fieldsOf, takes, type Operator, type Operators } from './operator'
import { parseDate } from './time/parse'
import { dateAt, isInt32, isNullish, isNumber, isString, show, typeName } from './values'

const TARGETS = ['double', 'string', 'bool', 'date', 'int', 'long'] as const
type Target = (typeof TARGETS)[number]
const BY_NUMBER: Readonly<Record<number, Target>> = { 1: 'double', 2: 'string', 8: 'bool', 9: 'date', 16: 'int', 18: 'long' }
const NOT_HERE = ['objectId', 'decimal', 7, 19]
const SUFFIX = 'in $convert with no onError value'
const LONG_LIMIT = 2 ** 63

const impossible = (value: Value, target: Target) => badValue(`Unsupported conversion from ${typeName(value)} to ${target} ${SUFFIX}`)

function toText(value: Value): string {
  if (isString(value)) return value
  if (isNumber(value) || typeof value === 'boolean') return String(value)
  if (value instanceof Date) return value.toISOString()
  throw impossible(value, 'string')
}

function toNumber(value: Value, target: 'double' | 'int' | 'long'): number {
  if (isNumber(value)) return value
  if (typeof value === 'boolean') return Number(value)
  if (value instanceof Date && target !== 'int') return value.getTime()
  if (!isString(value)) throw impossible(value, target)
  const isNumeral = target === 'double' ? /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$|^[+-]?(inf|infinity|nan)$/i : /^-?\d+$/
  if (!isNumeral.test(value)) throw badValue(`Failed to parse number '${value}' ${SUFFIX}: ${value === '' ? 'No digits' : 'Did not consume whole string.'}`)
  const special = /^([+-]?)(inf|nan)/i.exec(value)
  return special ? (special[2]!.toLowerCase() === 'nan' ? NaN : special[1] === '-' ? -Infinity : Infinity) : Number(value)
}

function toWhole(value: Value, target: 'int' | 'long'): number {
  const number = toNumber(value, target)
  if (Number.isNaN(number)) throw badValue(`Attempt to convert NaN value to integer type ${SUFFIX}`)
  if (!Number.isFinite(number)) throw badValue(`Attempt to convert infinity value to integer type ${SUFFIX}`)
  const whole = Math.trunc(number)
  if (target === 'int' ? !isInt32(whole) : whole < -LONG_LIMIT || whole >= LONG_LIMIT) throw badValue(`Conversion would overflow target type ${SUFFIX}: ${number}`)
  return whole === 0 ? 0 : whole
}

function toDate(value: Value): Date {
  if (value instanceof Date) return value
  if (isString(value)) return parseDate(value, undefined)
  // The wire sends small whole numbers as int, which the database does not take for a date.
  if (!isNumber(value) || isInt32(value)) throw impossible(value, 'date')
  return dateAt(toWhole(value, 'long'))
}

function convert(value: Value, target: Target): Value {
  switch (target) {
    case 'string':
      return toText(value)
    case 'bool':
      return value !== false && value !== 0
    case 'date':
      return toDate(value)
    case 'double':
      return toNumber(value, 'double')
    default:
      return toWhole(value, target)
  }
}

function targetOf(to: Value): Target {
  const target = isNumber(to) ? BY_NUMBER[to] : TARGETS.find((each) => each === to)
  if (target) return target
  if (NOT_HERE.includes(to as string | number)) throw unsupported('转换目标', `$convert.to: ${show(to)}`)
  if (!isString(to) && !isNumber(to)) throw badValue(`$convert's 'to' argument must be a string or number, but is ${typeName(to)}`)
  throw badValue(`Unknown type name: ${String(to)}`)
}

const $convert: Operator = (site) => {
  const fields = fieldsOf(site, { required: ['input', 'to'], optional: ['onError', 'onNull'] })
  const [input, to, onError, onNull] = [fields.input, fields.to, fields.onError, fields.onNull].map((each) => site.compile(each, site.scope))
  return (frame) => {
    const value = input!(frame)
    const type = to!(frame)
    if (isNullish(value)) return 'onNull' in fields ? onNull!(frame) : null
    if (isNullish(type)) return null
    const target = targetOf(type)
    if (!('onError' in fields)) return convert(value, target)
    try {
      return convert(value, target)
    } catch {
      return onError!(frame)
    }
  }
}

const to = (target: Target): Operator => takes(1, (value) => (isNullish(value) ? null : convert(value, target)))

export const CONVERSIONS: Operators = {
  $convert,
  $toString: to('string'),
  $toBool: to('bool'),
  $toDate: to('date'),
  $toDouble: to('double'),
  $toInt: to('int'),
  $toLong: to('long'),
  $type: takes(1, typeName),
  $isNumber: takes(1, isNumber),
}

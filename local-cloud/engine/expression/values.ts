import { compareTexts, compareValues as compare, typeName } from '../compare'
import { encode, isPlainObject, type Document, type Value } from '../document'
import { encodeKey } from '../key'
import { badValue } from '../query/badValue'

export { compareTexts, typeName }

/** What is missing is `undefined` in expressions: less than null, and no equal of it. */
export function compareValues(a: Value, b: Value): -1 | 0 | 1 {
  if (a === b) return 0
  if (a === undefined) return -1
  if (b === undefined) return 1
  return sign(compare(a, b))
}

export const sign = (difference: number): -1 | 0 | 1 => (difference < 0 ? -1 : difference > 0 ? 1 : 0)

export const isInt32 = (value: Value): value is number => typeof value === 'number' && (value | 0) === value
export const isNumber = (value: Value): value is number => typeof value === 'number'
export const isString = (value: Value): value is string => typeof value === 'string'
export const isArray = (value: Value): value is Value[] => Array.isArray(value)
export const isObject = (value: Value): value is Document => isPlainObject(value)
/** Most operators answer null to either. */
export const isNullish = (value: Value): value is null | undefined => value === null || value === undefined
/** An empty text and an empty array are true, unlike in JavaScript; so is NaN. */
export const isTrue = (value: Value): boolean => value !== undefined && value !== null && value !== false && value !== 0

/** One text for all values that are equal to each other: what groups and sets are keyed by. */
export function identity(value: Value): string {
  if (typeof value === 'string') return `s${value}`
  if (typeof value === 'number') return `n${value === 0 ? 0 : value}`
  return value === undefined ? '' : encodeKey(value).toString('latin1')
}

/** A value as error messages show it. */
export const show = (value: Value): string => (value === undefined ? 'MISSING' : value instanceof Date ? value.toISOString() : encode(value))

/** Within what a date can hold. */
export function dateAt(milliseconds: number): Date {
  const date = new Date(milliseconds)
  if (Number.isNaN(date.getTime())) throw badValue('date overflow')
  return date
}

/** Only a date is a date: no text and no number is taken for one. */
export function dateOf(value: Value): Date {
  if (value instanceof Date) return value
  throw badValue(`can't convert from BSON type ${typeName(value)} to Date`)
}

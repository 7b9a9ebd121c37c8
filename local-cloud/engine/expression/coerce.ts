import { badValue } from '../query/badValue'
import type { Value } from '../document'
import { isNullish, isNumber, isString, typeName } from './values'

/** Case, comparison and cutting take numbers and dates too, and nothing for an empty text. */
export function coerceToText(value: Value): string {
  if (isNullish(value)) return ''
  if (isString(value)) return value
  if (isNumber(value)) return String(value)
  if (value instanceof Date) return value.toISOString()
  throw badValue(`can't convert from BSON type ${typeName(value)} to String`)
}

import { badValue } from '../query/badValue'
import type { Value } from '../document'
import { takes, type Operators } from './operator'
import { coerceToText } from './coerce'
import { isInt32, isNumber, show, typeName } from './values'

const isContinuation = (byte: number | undefined): boolean => byte !== undefined && (byte & 0xc0) === 0x80

function numeric(name: string, what: 'starting index' | 'length', value: Value): number {
  if (!isNumber(value)) throw badValue(`${name}: ${what} must be ${what === 'length' ? 'numeric' : 'a numeric type'} (is BSON type ${typeName(value)})`)
  return value
}

/** A negative length means the rest. Half a character is an error, never half a character. */
const substrBytes = takes(3, (value, from, count) => {
  const name = '$substrBytes'
  const bytes = Buffer.from(coerceToText(value))
  const start = Math.trunc(numeric(name, 'starting index', from))
  const length = Math.trunc(numeric(name, 'length', count))
  if (start < 0) throw badValue(`${name}:  starting index must be non-negative (got: ${start})`)
  const end = length < 0 ? bytes.length : Math.min(bytes.length, start + length)
  if (isContinuation(bytes[start])) throw badValue(`${name}:  Invalid range, starting index is in the middle of a UTF-8 character.`)
  if (isContinuation(bytes[end])) throw badValue(`${name}:  Invalid range, ending index is in the middle of a UTF-8 character.`)
  return bytes.toString('utf8', start, end)
})

const substrCP = takes(3, (value, from, count) => {
  const name = '$substrCP'
  const text = coerceToText(value)
  const [start, length] = [numeric(name, 'starting index', from), numeric(name, 'length', count)]
  if (!isInt32(start)) throw badValue(`${name}: starting index cannot be represented as a 32-bit integral value: ${show(start)}`)
  if (!isInt32(length)) throw badValue(`${name}: length cannot be represented as a 32-bit integral value: ${show(length)}`)
  if (length < 0) throw badValue(`${name}: length must be a nonnegative integer.`)
  if (start < 0) throw badValue(`${name}: the starting index must be nonnegative integer.`)
  return [...text].slice(start, start + length).join('')
})

export const SUBSTRINGS: Operators = { $substr: substrBytes, $substrBytes: substrBytes, $substrCP: substrCP }

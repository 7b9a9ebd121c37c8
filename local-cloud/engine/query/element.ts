import { typeName } from '../compare'
import { encode, type Value } from '../document'
import { badValue } from './badValue'
import type { ValueTest } from './path'

/** By alias and by BSON's number. Types no document of a mini-program holds are known, and found nowhere. */
const NUMBERS: Readonly<Record<string, number>> = {
  double: 1, string: 2, object: 3, array: 4, binData: 5, undefined: 6, objectId: 7, bool: 8, date: 9, null: 10, regex: 11, dbPointer: 12,
  javascript: 13, symbol: 14, javascriptWithScope: 15, int: 16, timestamp: 17, long: 18, decimal: 19, minKey: -1, maxKey: 127,
}
const NUMERIC = ['int', 'long', 'double', 'decimal']

export function hasType(operand: Value): ValueTest {
  const wanted = Array.isArray(operand) ? operand : [operand]
  if (wanted.length === 0) throw badValue('a $type match expression must have at least one type')
  const names = new Set(wanted.flatMap(typesOf))
  return (value) => names.has(typeName(value))
}

function typesOf(given: Value): string[] {
  if (given === 'number') return NUMERIC
  if (typeof given === 'string') {
    if (!Object.hasOwn(NUMBERS, given)) throw badValue(`Unknown type name alias: ${given}`)
    return [given]
  }
  if (typeof given !== 'number') throw badValue('type must be represented as a number or a string')
  const name = Object.keys(NUMBERS).find((alias) => NUMBERS[alias] === given)
  if (name === undefined) throw badValue(`Invalid numerical type code: ${given}`)
  return [name]
}

export const isThere: ValueTest = (value) => value !== undefined

export function hasSize(operand: Value): ValueTest {
  if (typeof operand !== 'number') throw badValue(`Failed to parse $size. Expected a number in: $size: ${encode(operand)}`)
  if (!Number.isInteger(operand)) throw badValue(`Failed to parse $size. Expected an integer: $size: ${operand}`)
  if (operand < 0) throw badValue(`Failed to parse $size. Expected a non-negative number in: $size: ${operand}`)
  return (value) => Array.isArray(value) && value.length === operand
}

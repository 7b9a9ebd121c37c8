import { badValue } from '../query/badValue'
import type { Value } from '../document'
import { takes, takesAny, takesBetween, type Operator, type Operators } from './operator'
import { compareValues, isArray, isInt32, isNullish, isNumber, show, typeName } from './values'

/** What fits into the database's 100 MB for one range. */
const RANGE_MAX = (100 * 1024 * 1024) / 16

function int32(value: Value, whatNumeric: string, whatInt32: string): number {
  if (!isNumber(value)) throw badValue(`${whatNumeric}${typeName(value)}`)
  if (!isInt32(value)) throw badValue(`${whatInt32}${show(value)}`)
  return value
}

/** Beyond the end there is nothing: missing, not null. */
const $arrayElemAt = takes(2, (array, index) => {
  if (isNullish(array) || isNullish(index)) return null
  if (!isArray(array)) throw badValue(`$arrayElemAt's first argument must be an array, but is ${typeName(array)}`)
  const what = "$arrayElemAt's second argument must be"
  return array.at(int32(index, `${what} a numeric value, but is `, `${what} representable as a 32-bit integer: `))
})

const edge = (name: string, index: 0 | -1): Operator =>
  takes(1, (array) => {
    if (isNullish(array)) return null
    if (!isArray(array)) throw badValue(`${name}'s argument must be an array, but is ${typeName(array)}`)
    return array.at(index)
  })

const $concatArrays = takesAny((arrays) => {
  for (const array of arrays) {
    if (isNullish(array)) return null
    if (!isArray(array)) throw badValue(`$concatArrays only supports arrays, not ${typeName(array)}`)
  }
  return (arrays as Value[][]).flat(1)
})

const $in = takes(2, (value, array) => {
  if (!isArray(array)) throw badValue(`$in requires an array as a second argument, found: ${typeName(array)}`)
  return array.some((item) => compareValues(item, value) === 0)
})

const $indexOfArray = takesBetween(2, 4, ([array, value, from, to], count) => {
  if (isNullish(array)) return null
  if (!isArray(array)) throw badValue(`$indexOfArray requires an array as a first argument, found: ${typeName(array)}`)
  const start = count > 2 ? indexBound(from, '$indexOfArray', 'starting') : 0
  const end = count > 3 ? indexBound(to, '$indexOfArray', 'ending') : array.length
  for (let i = start; i < Math.min(end, array.length); i++) if (compareValues(array[i], value) === 0) return i
  return -1
})

/** Shared with the searches in texts, which take their bounds in the same words. */
export function indexBound(value: Value, name: string, which: 'starting' | 'ending'): number {
  const what = `${name} requires an integral ${which} index, found a value of type: `
  const index = int32(value, `${what}${typeName(value)}, with value: `, `${what}${typeName(value)}, with value: `)
  if (index < 0) throw badValue(`${name} requires a nonnegative ${which} index, found: ${index}`)
  return index
}

const $range = takesBetween(2, 3, ([from, to, by], count) => {
  const bound = (value: Value, which: string) =>
    int32(value, `$range requires a numeric ${which} value, found value of type:`, `$range requires ${which === 'ending' ? 'an' : 'a'} ${which} value that can be represented as a 32-bit integer, found value: `)
  const [start, end, step] = [bound(from, 'starting'), bound(to, 'ending'), count > 2 ? bound(by, 'step') : 1]
  if (step === 0) throw badValue('$range requires a non-zero step value')
  const length = Math.max(0, Math.ceil((end - start) / step))
  if (length > RANGE_MAX) throw badValue(`$range would use too much memory (${length * 16} bytes) and cannot spill to disk. Memory limit: ${RANGE_MAX * 16} bytes`)
  return Array.from({ length }, (_, i) => start + i * step)
})

const $reverseArray = takes(1, (array) => {
  if (isNullish(array)) return null
  if (!isArray(array)) throw badValue(`The argument to $reverseArray must be an array, but was of type: ${typeName(array)}`)
  return [...array].reverse()
})

const $size = takes(1, (array) => {
  if (!isArray(array)) throw badValue(`The argument to $size must be an array, but was of type: ${typeName(array)}`)
  return array.length
})

/** `[array, n]` takes from the front or, negative, from the end; `[array, position, n]` from a place. */
const $slice = takesBetween(2, 3, ([array, first, n], count) => {
  if (isNullish(array) || isNullish(first) || (count > 2 && isNullish(n))) return null
  if (!isArray(array)) throw badValue(`First argument to $slice must be an array, but is of type: ${typeName(array)}`)
  const number = (value: Value, which: string) => int32(value, `${which} argument to $slice must be a numeric value, but is of type: `, `${which} argument to $slice can't be represented as a 32-bit integer: `)
  const position = number(first, 'Second')
  if (count === 2) return position < 0 ? array.slice(position) : array.slice(0, position)
  const length = number(n, 'Third')
  if (length <= 0) throw badValue(`Third argument to $slice must be positive: ${length}`)
  const start = position < 0 ? Math.max(0, array.length + position) : position
  return array.slice(start, start + length)
})

export const ARRAYS: Operators = {
  $arrayElemAt, $concatArrays, $in, $indexOfArray, $range, $reverseArray, $size, $slice,
  $first: edge('$first', 0),
  $last: edge('$last', -1),
  $isArray: takes(1, isArray),
}

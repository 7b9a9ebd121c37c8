import { badValue } from '../query/badValue'
import type { Value } from '../document'
import { operandsOf, takes, takesAny, type Operator, type Operators } from './operator'
import { identity, isArray, isNullish, isTrue, typeName } from './values'

type DistinctValues = Map<string, Value>

/** A set has no order in the database; here the elements stand in the order of their first appearance. */
function distinct(values: readonly Value[]): DistinctValues {
  const found: DistinctValues = new Map()
  for (const value of values) if (!found.has(identity(value))) found.set(identity(value), value)
  return found
}

function arrayOf(value: Value, name: string): Value[] {
  if (!isArray(value)) throw badValue(`All operands of ${name} must be arrays. One argument is of type: ${typeName(value)}`)
  return value
}

function twoArrays(name: string, a: Value, b: Value): [DistinctValues, DistinctValues] {
  if (!isArray(a)) throw badValue(`both operands of ${name} must be arrays. First argument is of type: ${typeName(a)}`)
  if (!isArray(b)) throw badValue(`both operands of ${name} must be arrays. Second argument is of type: ${typeName(b)}`)
  return [distinct(a), distinct(b)]
}

const $setUnion = takesAny((sets) => (sets.some(isNullish) ? null : [...distinct(sets.flatMap((set) => arrayOf(set, '$setUnion'))).values()]))

const $setIntersection = takesAny((sets) => {
  if (sets.some(isNullish)) return null
  const [first = distinct([]), ...others] = sets.map((set) => distinct(arrayOf(set, '$setIntersection')))
  return [...first].flatMap(([key, value]) => (others.every((other) => other.has(key)) ? [value] : []))
})

const $setDifference = takes(2, (a, b) => {
  if (isNullish(a) || isNullish(b)) return null
  const [left, right] = twoArrays('$setDifference', a, b)
  return [...left].flatMap(([key, value]) => (right.has(key) ? [] : [value]))
})

const $setEquals: Operator = (site) => {
  const operands = operandsOf(site)
  if (operands.length < 2) throw badValue(`$setEquals needs at least two arguments had: ${operands.length}`)
  return (frame) => {
    const [first, ...others] = operands.map((operand) => distinct(arrayOf(operand(frame), '$setEquals')))
    return others.every((other) => other.size === first!.size && [...other.keys()].every((key) => first!.has(key)))
  }
}

const $setIsSubset = takes(2, (a, b) => {
  const [part, whole] = twoArrays('$setIsSubset', a, b)
  return [...part.keys()].every((key) => whole.has(key))
})

const elementTruth = (name: string, holds: (array: Value[]) => boolean): Operator =>
  takes(1, (array) => {
    if (!isArray(array)) throw badValue(`${name}'s argument must be an array, but is ${typeName(array)}`)
    return holds(array)
  })

export const SETS: Operators = {
  $setUnion, $setIntersection, $setDifference, $setEquals, $setIsSubset,
  $allElementsTrue: elementTruth('$allElementsTrue', (array) => array.every(isTrue)),
  $anyElementTrue: elementTruth('$anyElementTrue', (array) => array.some(isTrue)),
}

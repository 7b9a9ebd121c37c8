import { unsupported } from '../../errors'
import { isOperatorObject, isPlainObject, type Document, type Value } from '../document'
import { isTrue } from '../expression/values'
import { geoTest, isGeoOperator, isNear } from '../geo/operators'
import type { Budget } from '../regex/bounded'
import { badValue } from './badValue'
import { compares, equals, isOneOf, leavesRemainder, matches } from './comparison'
import { hasSize, hasType, isThere } from './element'
import { atPath, type Test, type ValueTest } from './path'

export type Compiler = {
  readonly budget: Budget
  /** Below `$or`, `$nor`, `$not` or `$elemMatch` nothing can be sought by its distance. */
  readonly isNested: boolean
  /** A whole filter, for the fields of an element. */
  readonly compile: (filter: Document, compiler: Compiler) => Test
}
/** Where a value is tested: at a path of the document, or on an element as it is. */
type Place = { readonly path: string; readonly at: (test: ValueTest, leaves?: boolean) => Test }

const LOGICAL = ['$and', '$or', '$nor', '$expr', '$comment']
const all = (tests: readonly Test[]): Test => (tests.length === 1 ? tests[0]! : (document, matched) => tests.every((test) => test(document, matched)))
/** A negation fits no element, so it can say nothing about which one. */
const not =
  (test: Test): Test =>
  (document) =>
    !test(document)

/** `{field: value}` and `{field: {$operator: operand, …}}`. */
export const compileField = (path: string, condition: Value, compiler: Compiler): Test =>
  compileCondition({ path, at: (test, leaves) => atPath(path, test, leaves) }, condition, compiler)

function compileCondition(place: Place, condition: Value, compiler: Compiler): Test {
  if (!isOperatorObject(condition)) return place.at(equals(condition, compiler.budget))
  return all(Object.entries(condition).map(([name, operand]) => compileOperator(place, name, operand, condition, compiler)))
}

function compileOperator(place: Place, name: string, operand: Value, siblings: Document, compiler: Compiler): Test {
  const { at, path } = place
  const { budget } = compiler
  switch (name) {
    case '$eq':
      // Asked for by name, a pattern is a value like any other.
      return at(operand instanceof RegExp ? (value) => value instanceof RegExp && equals(operand, budget)(value) : equals(operand, budget))
    case '$ne':
      if (operand instanceof RegExp) throw badValue("Can't have regex as arg to $ne.")
      return not(at(equals(operand, budget)))
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
      return at(compares(name, operand, path))
    case '$in':
      return at(isOneOf(name, operand, budget))
    case '$nin':
      return not(at(isOneOf(name, operand, budget)))
    case '$exists':
      return isTrue(operand) ? at(isThere) : not(at(isThere))
    case '$type':
      return at(hasType(operand))
    case '$mod':
      return at(leavesRemainder(operand))
    case '$size':
      return at(hasSize(operand), false)
    case '$regex':
      return at(regex(operand, siblings.$options, compiler))
    case '$options':
      if (!Object.hasOwn(siblings, '$regex')) throw badValue('$options needs a $regex')
      return () => true
    case '$not':
      return not(negated(place, operand, compiler))
    case '$all':
      return allOf(place, operand, compiler)
    case '$elemMatch':
      return at(elemMatch(operand, compiler), false)
    default:
      if (isNear(name) && compiler.isNested) throw badValue('geo $near must be top-level expr')
      if (isGeoOperator(name)) return at(geoTest(name, operand))
      if (!name.startsWith('$')) throw badValue(`unknown operator: ${name}`)
      throw unsupported('查询操作符', name)
  }
}

function regex(operand: Value, options: Value, { budget }: Compiler): ValueTest {
  if (operand instanceof RegExp) {
    if (operand.flags && options !== undefined) throw badValue('options set in both $regex and $options')
  } else if (typeof operand !== 'string') throw badValue('$regex has to be a string')
  if (options !== undefined && typeof options !== 'string') throw badValue('$options has to be a string')
  return operand instanceof RegExp ? matches(operand.source, options ?? operand.flags, budget) : matches(operand, options ?? '', budget)
}

function negated(place: Place, operand: Value, compiler: Compiler): Test {
  if (operand instanceof RegExp) return compileCondition(place, operand, compiler)
  if (!isPlainObject(operand)) throw badValue('$not needs a regex or a document')
  if (Object.keys(operand).length === 0) throw badValue('$not cannot be empty')
  if (!isOperatorObject(operand)) throw badValue(`unknown operator: ${Object.keys(operand)[0]}`)
  return compileCondition(place, operand, { ...compiler, isNested: true })
}

function allOf({ at }: Place, operand: Value, compiler: Compiler): Test {
  if (!Array.isArray(operand)) throw badValue('$all needs an array')
  if (operand.length === 0) return () => false
  const isElemMatch = (item: Value): item is Document => isOperatorObject(item) && Object.keys(item)[0] === '$elemMatch'
  if (isElemMatch(operand[0])) {
    if (!operand.every(isElemMatch)) throw badValue('$all/$elemMatch has to be consistent')
    return all(operand.map((item) => at(elemMatch(item.$elemMatch, compiler), false)))
  }
  if (operand.some(isOperatorObject)) throw badValue('no $ expressions in $all')
  return all(operand.map((item) => at(equals(item, compiler.budget))))
}

/** Conditions on one element: on its fields when they name fields, on the element itself when they are operators. */
function elemMatch(operand: Value, compiler: Compiler): ValueTest {
  if (!isPlainObject(operand)) throw badValue('$elemMatch needs an Object')
  const nested = { ...compiler, isNested: true }
  const isOnValue = isOperatorObject(operand) && !LOGICAL.includes(Object.keys(operand)[0]!)
  const fits = isOnValue ? onValue(operand, nested) : onFields(operand, nested)
  return (value, matched) => {
    if (!Array.isArray(value)) return false
    const index = value.findIndex(fits)
    if (matched && index >= 0) matched.index = index
    return index >= 0
  }
}

/** An array among the elements is one value here, and not looked into. */
function onValue(operand: Document, compiler: Compiler): (item: Value) => boolean {
  const test = compileCondition({ path: '', at: (fits) => ({ item }) => fits(item) }, operand, compiler)
  return (item) => test({ item })
}

function onFields(operand: Document, compiler: Compiler): (item: Value) => boolean {
  const test = compiler.compile(operand, compiler)
  return (item) => (Array.isArray(item) ? test({ ...(item as Value[]) }) : isPlainObject(item) && test(item))
}

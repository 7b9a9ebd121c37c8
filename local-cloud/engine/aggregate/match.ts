import type { Document, Value } from '../document'
import { compileExpression } from '../expression/compile'
import type { Scope } from '../expression/scope'
import { isObject } from '../expression/values'
import { compileFilter, type Test } from '../filter'
import { badValue } from '../query/badValue'
import type { CompileStage } from './stage'

export type Match = {
  readonly test: Test
  /** The filter for the engine. It finds too many where `isExact` is false: then `test` has the last word. */
  readonly filter: () => Document
  readonly isExact: boolean
}

const NEAR = ['$near', '$nearSphere', '$geoNear']

/** `$expr` is taken out of the filter, because only the pipeline knows its variables; an equality in it still finds an index. */
export function compileMatch(value: Value, scope: Scope, isIndexed: (path: string) => boolean = () => false): Match {
  if (!isObject(value)) throw badValue('the match filter must be an expression in an object')
  assertNoSorting(value)
  const test = compileFilter(value, scope)
  if (!mentionsExpression(value)) return { test, filter: () => value, isExact: true }
  const plain = Object.fromEntries(Object.entries(value).filter(([key, operand]) => !mentionsExpression({ [key]: operand })))
  const equalities = [value, ...clausesOf(value.$and)].flatMap(({ $expr }) => equalitiesIn($expr)).filter(({ path }) => isIndexed(path)).map((each) => compileEquality(each, scope))
  return { test, filter: () => allOf([plain, ...equalities.flatMap((equality) => equality())]), isExact: false }
}

/** One filter for several. */
export function allOf(filters: readonly Document[]): Document {
  const needed = filters.filter((filter) => Object.keys(filter).length > 0)
  return needed.length > 1 ? { $and: needed } : (needed[0] ?? {})
}

export const $match: CompileStage = (value, { scope }) => {
  const { test } = compileMatch(value, scope)
  return function* (documents) {
    for (const document of documents) if (test(document)) yield document
  }
}

function assertNoSorting(value: Value): void {
  if (Array.isArray(value)) return value.forEach(assertNoSorting)
  if (!isObject(value)) return
  for (const [key, operand] of Object.entries(value)) {
    if (NEAR.includes(key)) throw badValue('$geoNear, $near, and $nearSphere are not allowed in this context')
    assertNoSorting(operand)
  }
}

const clausesOf = (value: Value): Document[] => (Array.isArray(value) ? value.filter(isObject) : [])
const mentionsExpression = (filter: Document): boolean =>
  Object.entries(filter).some(([key, operand]) => key === '$expr' || (['$and', '$or', '$nor'].includes(key) && clausesOf(operand).some(mentionsExpression)))

type Equality = { readonly path: string; readonly value: Value }

/** `{$eq: ['$path', value]}`, alone or under `$and`. */
function equalitiesIn(expression: Value): Equality[] {
  if (!isObject(expression)) return []
  if (Array.isArray(expression.$and)) return expression.$and.flatMap(equalitiesIn)
  if (!Array.isArray(expression.$eq)) return []
  const [a, b] = expression.$eq as [Value, Value]
  const [path, value] = isPath(a) ? [a, b] : [b, a]
  return isPath(path) && isFixed(value) ? [{ path: path.slice(1), value }] : []
}

const isPath = (value: Value): value is string => typeof value === 'string' && /^\$[^$]/.test(value)
/** The same for all documents of the stage: a constant, or a variable from outside. */
const isFixed = (value: Value): boolean => (typeof value === 'string' ? /^\$\$(?!ROOT|CURRENT)/.test(value) || !value.startsWith('$') : !isObject(value) && !Array.isArray(value))

/** Only of plain values: a filter for null or an array means more than the expression does. */
function compileEquality({ path, value }: Equality, scope: Scope): () => Document[] {
  const expression = compileExpression(value, scope)
  return () => {
    const wanted = expression(scope.pipeline.frame)
    return typeof wanted === 'string' || typeof wanted === 'number' || typeof wanted === 'boolean' || wanted instanceof Date ? [{ [path]: { $eq: wanted } }] : []
  }
}

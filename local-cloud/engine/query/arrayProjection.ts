import { encode, fieldOf, isPlainObject, type Document, type Value } from '../document'
import { compileFilter } from '../filter'
import { badValue } from './badValue'

/** What is left of an array; anything else stays as it is. */
export type Cut = (value: Value) => Value

/** `$slice`: the first n, the last n, or `[skip, n]`, where the skip may count from the end. */
export function sliceOf(operand: Value): Cut {
  const [skip, limit] = bounds(operand)
  return (value) => {
    if (!Array.isArray(value)) return value
    const start = skip < 0 ? Math.max(0, value.length + skip) : skip
    return (value as Value[]).slice(start, start + limit)
  }
}

function bounds(operand: Value): readonly [skip: number, limit: number] {
  if (typeof operand === 'number') return operand < 0 ? [Math.trunc(operand), Infinity] : [0, Math.trunc(operand)]
  if (!Array.isArray(operand) || operand.length !== 2 || operand.some((part) => typeof part !== 'number')) {
    throw badValue(`Invalid $slice syntax. $slice only supports numbers and [skip, limit] arrays: ${encode(operand)}`)
  }
  const [skip, limit] = operand.map((part) => Math.trunc(part as number)) as [number, number]
  if (!(limit > 0)) throw badValue(`Invalid $slice syntax. $slice limit must be positive: ${encode(operand)}`)
  return [skip, limit]
}

/** `$elemMatch`: the first element that fits, in an array of its own; nothing when none does. */
export function elementFinder(operand: Value): (array: Value) => Value {
  if (!isPlainObject(operand)) throw badValue(`elemMatch: Invalid argument, object required, but got ${encode(operand)}`)
  const test = compileFilter({ item: { $elemMatch: operand } })
  return (array) => {
    const matched: { index?: number } = {}
    return Array.isArray(array) && test({ item: array }, matched) ? [array[matched.index!]] : undefined
  }
}

/** `a.$`: of the first array on the path only the element that the query has matched. */
export function withOnlyMatched(document: Document, path: string, index: number | undefined): Document {
  const [head, ...rest] = path.split('.') as [string, ...string[]]
  const value = fieldOf(document, head)
  if (Array.isArray(value)) {
    if (index === undefined || index >= value.length) throw badValue("Executor error during find command :: caused by :: positional operator '.$' couldn't find a matching element in the array")
    return { ...document, [head]: [value[index]] }
  }
  return isPlainObject(value) && rest.length ? { ...document, [head]: withOnlyMatched(value, rest.join('.'), index) } : document
}

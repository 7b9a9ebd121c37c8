import { unsupported, writeFailed } from '../../errors'
import { assertStorable, isPlainObject, type Document, type Value } from '../document'
import { compileFilter, isOperatorObject } from '../filter'
import { encodeKey, sortKey, type KeyPart } from '../key'
import { read, show, write } from './path'

const same = (a: Value, b: Value): boolean => encodeKey(a).equals(encodeKey(b))

/** The array at the path: `undefined` where nothing stands, an error where something else does. */
function arrayAt(document: Document, path: string, operator: string): Value[] | undefined {
  const current = read(document, path)
  if (current === undefined) return undefined
  if (!Array.isArray(current)) {
    throw writeFailed(`The field '${path}' must be an array but is of type ${current === null ? 'null' : typeof current} in document {_id: ${show(document._id)}} (${operator})`)
  }
  return current as Value[]
}

export function push(document: Document, path: string, operand: Value): void {
  const { each, position, slice, sort } = modifiers(operand)
  assertStorable(each)
  const array = [...(arrayAt(document, path, '$push') ?? [])]
  array.splice(position === undefined ? array.length : position, 0, ...each)
  if (sort) array.sort((a, b) => Buffer.compare(elementKey(a, sort), elementKey(b, sort)))
  if (slice !== undefined) array.splice(0, array.length, ...(slice < 0 ? array.slice(slice) : array.slice(0, slice)))
  write(document, path, array)
}

type PushModifiers = { each: Value[]; position?: number; slice?: number; sort?: KeyPart[] }

function modifiers(operand: Value): PushModifiers {
  if (!isOperatorObject(operand)) return { each: [operand] }
  const { $each, $position, $slice, $sort, ...others } = operand
  const unknown = Object.keys(others)[0]
  if (unknown !== undefined) throw unsupported('$push 修饰符', unknown)
  if (!Array.isArray($each)) throw writeFailed(`The argument to $each in $push must be an array but it was of type ${typeof $each}`)
  const result: PushModifiers = { each: $each }
  if ($position !== undefined) result.position = wholeNumber('$position', $position)
  if ($slice !== undefined) result.slice = wholeNumber('$slice', $slice)
  if ($sort !== undefined) result.sort = isPlainObject($sort) ? (Object.entries($sort) as unknown as KeyPart[]) : [['value', Number($sort) === -1 ? -1 : 1]]
  return result
}

const elementKey = (item: Value, sort: KeyPart[]): Buffer =>
  sortKey(sort.length === 1 && sort[0]![0] === 'value' && !isPlainObject(item) ? { value: item } : isPlainObject(item) ? item : {}, sort)

function wholeNumber(name: string, value: Value): number {
  if (typeof value !== 'number' || !Number.isInteger(value)) throw writeFailed(`The value for ${name} must be an integer value`)
  return value
}

export function pop(document: Document, path: string, operand: Value): void {
  if (operand !== 1 && operand !== -1) throw writeFailed(`$pop expects 1 or -1, found: ${show(operand)}`)
  const array = arrayAt(document, path, '$pop')
  if (array) write(document, path, operand === 1 ? array.slice(0, -1) : array.slice(1))
}

/** A value, `{$in: [...]}` or a condition on the elements' fields. */
export function pull(document: Document, path: string, operand: Value): void {
  const array = arrayAt(document, path, '$pull')
  if (array) write(document, path, array.filter((item) => !pulled(operand)(item)))
}

function pulled(operand: Value): (item: Value) => boolean {
  if (isOperatorObject(operand) || operand instanceof RegExp) {
    const test = compileFilter({ item: operand })
    return (item) => test({ item })
  }
  if (!isPlainObject(operand)) return (item) => same(item, operand)
  const test = compileFilter(operand)
  return (item) => isPlainObject(item) && test(item)
}

export function pullAll(document: Document, path: string, operand: Value): void {
  if (!Array.isArray(operand)) throw writeFailed('$pullAll requires an array argument')
  const array = arrayAt(document, path, '$pullAll')
  if (array) write(document, path, array.filter((item) => !operand.some((gone) => same(item, gone))))
}

export function addToSet(document: Document, path: string, operand: Value): void {
  const added = isOperatorObject(operand) ? modifiers(operand).each : [operand]
  assertStorable(added)
  const array = [...(arrayAt(document, path, '$addToSet') ?? [])]
  for (const item of added) if (!array.some((held) => same(held, item))) array.push(item)
  write(document, path, array)
}

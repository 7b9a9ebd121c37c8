import { writeFailed } from '../../errors'
import { compareValues, isSame, typeName } from '../compare'
import { isOperatorObject, isPlainObject, type Document, type Value } from '../document'
import { compileFilter } from '../filter'
import { sortKey } from '../key'
import { pushModifiers, type ElementOrder, type PushModifiers } from './modifiers'
import { read, show, write } from './path'
import type { Apply } from './operators'

/** The array at the path: `undefined` where nothing stands, an error where something else does. */
function arrayAt(document: Document, path: string, refusal: (type: string) => string): Value[] | undefined {
  const current = read(document, path)
  if (current === undefined) return undefined
  if (!Array.isArray(current)) throw writeFailed(refusal(typeName(current)))
  return current as Value[]
}

export function push(operand: Value): Apply {
  const modifiers = pushModifiers(operand)
  return (document, path) => {
    const array = arrayAt(document, path, (type) => `The field '${path}' must be an array but is of type ${type} in document {_id: ${show(document._id)}}`)
    write(document, path, pushed(array ?? [], modifiers))
  }
}

/** Put in, then sorted, then cut, whatever the order in which the modifiers are written. */
function pushed(array: readonly Value[], { each, position = array.length, order, slice }: PushModifiers): Value[] {
  const longer = [...array]
  longer.splice(position, 0, ...each)
  if (order) longer.sort(comparing(order))
  if (slice === undefined) return longer
  return slice < 0 ? longer.slice(slice) : longer.slice(0, slice)
}

function comparing(order: ElementOrder): (a: Value, b: Value) => number {
  if (typeof order === 'number') return (a, b) => order * compareValues(a, b)
  const keyOf = (item: Value) => sortKey(isPlainObject(item) ? item : {}, order)
  return (a, b) => Buffer.compare(keyOf(a), keyOf(b))
}

export function addToSet(operand: Value): Apply {
  const isEach = isPlainObject(operand) && Object.keys(operand)[0] === '$each'
  const others = isEach ? Object.keys(operand).slice(1) : []
  if (others[0] !== undefined) throw writeFailed(`Found unexpected fields after $each in $addToSet: ${show(operand)}`)
  if (isEach && !Array.isArray(operand.$each)) throw writeFailed(`The argument to $each in $addToSet must be an array but it was of type ${typeName(operand.$each)}`)
  const added = isEach ? (operand.$each as Value[]) : [operand]
  return (document, path) => {
    const last = path.split('.').at(-1)
    const array = [...(arrayAt(document, path, (type) => `Cannot apply $addToSet to non-array field. Field named '${last}' has non-array type ${type}`) ?? [])]
    for (const item of added) if (!array.some((held) => isSame(held, item))) array.push(item)
    write(document, path, array)
  }
}

export function pop(operand: Value): Apply {
  if (operand !== 1 && operand !== -1) throw writeFailed(`$pop expects 1 or -1, found: ${show(operand)}`)
  return (document, path) => {
    const array = arrayAt(document, path, (type) => `Path '${path}' contains an element of non-array type '${type}'`)
    if (array) write(document, path, operand === 1 ? array.slice(0, -1) : array.slice(1))
  }
}

const without =
  (operator: string, isGone: (item: Value) => boolean): Apply =>
  (document, path) => {
    const array = arrayAt(document, path, () => `Cannot apply ${operator} to a non-array value`)
    if (array) write(document, path, array.filter((item) => !isGone(item)))
  }

/** A value, a condition on the elements, or conditions on the elements' fields. */
export function pull(operand: Value): Apply {
  if (isOperatorObject(operand) || operand instanceof RegExp) {
    const test = compileFilter({ item: operand })
    return without('$pull', (item) => test({ item }))
  }
  if (!isPlainObject(operand)) return without('$pull', (item) => isSame(item, operand))
  const test = compileFilter(operand)
  return without('$pull', (item) => isPlainObject(item) && test(item))
}

export function pullAll(operand: Value): Apply {
  if (!Array.isArray(operand)) throw writeFailed(`$pullAll requires an array argument but was given a ${typeName(operand)}`)
  return without('$pullAll', (item) => operand.some((gone) => isSame(item, gone)))
}


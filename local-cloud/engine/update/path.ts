import { writeFailed } from '../../errors'
import { encode, fieldOf, isPlainObject, type Document, type Value } from '../document'
import { arrayIndex } from '../query/path'

type Container = Document | Value[]

const BACKFILL_MAX = 1_500_000

export function read(document: Document, path: string): Value {
  let value: Value = document
  for (const part of path.split('.')) {
    if (Array.isArray(value)) value = value[arrayIndex(part)]
    else if (isPlainObject(value)) value = fieldOf(value, part)
    else return undefined
  }
  return value
}

/** Writes at the path and makes the objects on the way; below a scalar, null or array there is no way, as in MongoDB. */
export function write(document: Document, path: string, value: Value): void {
  const parts = path.split('.')
  let container: Container = document
  parts.slice(0, -1).forEach((part, i) => {
    const next: Value = Array.isArray(container) ? container[indexIn(container, part, parts[i - 1]!)] : fieldOf(container, part)
    const blocked = next !== undefined && !isPlainObject(next) && !Array.isArray(next)
    if (blocked) throw writeFailed(`Cannot create field '${parts[i + 1]}' in element ${show({ [part]: next })}`)
    const inner: Container = (next as Container | undefined) ?? {}
    if (next === undefined) place(container, part, inner, parts[i - 1]!)
    container = inner
  })
  place(container, parts.at(-1)!, value, parts.at(-2)!)
}

function place(container: Container, part: string, value: Value, name: string): void {
  if (!Array.isArray(container)) {
    container[part] = value
    return
  }
  const index = indexIn(container, part, name)
  while (container.length < index) container.push(null)
  container[index] = value
}

function indexIn(array: Value[], part: string, name: string): number {
  const index = arrayIndex(part)
  if (index < 0) throw writeFailed(`Cannot create field '${part}' in element ${show({ [name]: array })}`)
  if (index > array.length + BACKFILL_MAX) throw writeFailed(`can't backfill more than ${BACKFILL_MAX} elements`)
  return index
}

/** In an array a null stays behind, so that the other elements keep their places. */
export function erase(document: Document, path: string): void {
  const parts = path.split('.')
  const last = parts.pop()!
  const holder = parts.length ? read(document, parts.join('.')) : document
  if (Array.isArray(holder)) {
    const index = arrayIndex(last)
    if (index >= 0 && index < holder.length) holder[index] = null
  } else if (isPlainObject(holder)) delete holder[last]
}

/** The first part of the path that is an element of an array, as a path of the array; undefined when there is none. */
export function arrayOnTheWay(document: Document, path: string): string | undefined {
  const parts = path.split('.')
  const at = parts.findIndex((_, i) => i > 0 && Array.isArray(read(document, parts.slice(0, i).join('.'))))
  return at < 0 ? undefined : parts.slice(0, at).join('.')
}

/** `{a: null}` as the database prints it. */
export const show = (value: Value): string => (value === undefined ? 'missing' : encode(value).replace(/"([A-Za-z_]\w*)":/g, '$1: '))

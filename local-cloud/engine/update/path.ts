import { unsupported, writeFailed } from '../../errors'
import { encode, isPlainObject, type Document, type Value } from '../document'

type Container = Document | Value[]

/** Splits a path and refuses the positional forms by name. */
export function splitPath(path: string): string[] {
  const parts = path.split('.')
  if (parts.some((part) => part === '')) throw writeFailed(`The update path '${path}' contains an empty field name, which is not allowed.`)
  const positional = parts.find((part) => part.startsWith('$'))
  if (positional) throw unsupported('更新位置操作符', positional)
  return parts
}

export function read(document: Document, path: string): Value {
  let value: Value = document
  for (const part of splitPath(path)) {
    if (Array.isArray(value)) value = /^\d+$/.test(part) ? value[Number(part)] : undefined
    else if (isPlainObject(value)) value = value[part]
    else return undefined
  }
  return value
}

/** Writes at the path and makes the objects on the way; below a scalar, null or array there is no way, as in MongoDB. */
export function write(document: Document, path: string, value: Value): void {
  const parts = splitPath(path)
  const last = parts.pop()!
  let container: Container = document
  let name = ''
  for (const part of parts) {
    container = step(container, part, name)
    name = part
  }
  place(container, last, value, name)
}

function step(container: Container, part: string, name: string): Container {
  const next = Array.isArray(container) ? container[indexIn(container, part, name)] : container[part]
  if (next === undefined) {
    const made: Document = {}
    place(container, part, made, name)
    return made
  }
  if (isPlainObject(next) || Array.isArray(next)) return next
  return { [BLOCKED]: { [part]: next } } as unknown as Container
}

const BLOCKED = Symbol('a value that can hold no field')

function place(container: Container, part: string, value: Value, name: string): void {
  const blocked = (container as Record<symbol, Document>)[BLOCKED]
  if (blocked) throw writeFailed(`Cannot create field '${part}' in element ${show(blocked)}`)
  if (Array.isArray(container)) {
    const index = indexIn(container, part, name)
    while (container.length < index) container.push(null)
    container[index] = value
  } else container[part] = value
}

function indexIn(array: Value[], part: string, name: string): number {
  if (!/^\d+$/.test(part)) throw writeFailed(`Cannot create field '${part}' in element ${show({ [name]: array })}`)
  const index = Number(part)
  if (index > array.length + 1_500_000) throw writeFailed(`can't backfill more than 1500000 elements`)
  return index
}

export function erase(document: Document, path: string): void {
  const parts = splitPath(path)
  const last = parts.pop()!
  const holder = parts.length ? read(document, parts.join('.')) : document
  if (Array.isArray(holder) && /^\d+$/.test(last)) {
    if (Number(last) < holder.length) holder[Number(last)] = null
  } else if (isPlainObject(holder)) delete holder[last]
}

/** `{a: null}` as the database prints it. */
export const show = (value: Value): string => encode(value).replace(/"([A-Za-z_]\w*)":/g, '$1: ')

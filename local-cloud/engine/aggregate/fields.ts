import type { Document, Value } from '../document'
import { isObject } from '../expression/values'

/** The value at the path of names, through objects only. */
export function fieldAt(document: Document, names: readonly string[]): Value {
  return names.reduce<Value>((value, name) => (isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined), document)
}

/** A copy in which another value stands there, or none at all; objects are made on the way. */
export function withField(document: Document, [name, ...rest]: readonly string[], value: Value): Document {
  const copy = { ...document }
  const inner = copy[name!]
  const next = rest.length ? withField(isObject(inner) ? inner : {}, rest, value) : value
  if (next === undefined) delete copy[name!]
  else copy[name!] = next
  return copy
}

import { fieldOf, isPlainObject, type Document, type Value } from '../document'

/** Which element of an array fitted: of the outermost one, for the positional `$`. */
export type Matched = { index?: number }
export type Test = (document: Document, matched?: Matched) => boolean
export type ValueTest = (value: Value, matched?: Matched) => boolean

type Walk = { readonly parts: readonly string[]; readonly leaves: boolean; readonly test: ValueTest }

/**
 * Whether any value the path means passes. Objects in an array on the way are each looked into, a number in the path also picks an element.
 * An array at the end stands for its elements and for itself (`leaves`), or for itself alone. Where nothing is, `undefined` is tested;
 * but an array without objects on the way means nothing at all.
 */
export function atPath(path: string, test: ValueTest, leaves = true): Test {
  const parts = path.split('.')
  if (parts.length > 1) {
    const walk: Walk = { parts, leaves, test }
    return (document, matched) => reach(document, 0, walk, matched)
  }
  return (document, matched) => atEnd(fieldOf(document, path), leaves, test, matched)
}

function reach(start: Value, from: number, walk: Walk, matched: Matched | undefined): boolean {
  let value = start
  for (let at = from; at < walk.parts.length; at++) {
    if (Array.isArray(value)) return among(value, at, walk, matched)
    if (!isPlainObject(value)) return walk.test(undefined, matched)
    value = fieldOf(value, walk.parts[at]!)
  }
  return atEnd(value, walk.leaves, walk.test, matched)
}

function atEnd(value: Value, leaves: boolean, test: ValueTest, matched: Matched | undefined): boolean {
  if (leaves && Array.isArray(value) && noted(value.findIndex((item) => test(item, matched)), matched)) return true
  return test(value, matched)
}

function among(array: readonly Value[], at: number, walk: Walk, matched: Matched | undefined): boolean {
  const picked = arrayIndex(walk.parts[at]!)
  const fits = (item: Value, index: number): boolean => {
    if (isPlainObject(item) && reach(item, at, walk, matched)) return true
    if (index !== picked) return false
    if (at === walk.parts.length - 1) return walk.test(item, matched)
    return (isPlainObject(item) || Array.isArray(item)) && reach(item, at + 1, walk, matched)
  }
  return noted(array.findIndex(fits), matched)
}

function noted(index: number, matched: Matched | undefined): boolean {
  if (index < 0) return false
  if (matched) matched.index = index
  return true
}

/** The place a part of a path names in an array, or -1. */
export const arrayIndex = (part: string): number => (/^(0|[1-9]\d*)$/.test(part) ? Number(part) : -1)

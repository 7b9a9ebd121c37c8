import type { Document, Value } from '../document'
import type { Expression, Frame } from '../expression/scope'
import { splitFieldPath } from '../expression/fieldPath'
import { isArray, isObject } from '../expression/values'
import { badValue } from '../query/badValue'

/** The paths of `$project`, `$addFields` or `$unset`, as a tree: `a.b` and `{a: {b: …}}` are the same. */
export type FieldTree = {
  /** To be kept or to be dropped, as the stage has it. */
  readonly leaves: Set<string>
  /** To be computed, and what lies deeper, in the order in which they were written. */
  readonly inner: Map<string, Expression | FieldTree>
}

export const emptyTree = (): FieldTree => ({ leaves: new Set(), inner: new Map() })
const isTree = (part: Expression | FieldTree): part is FieldTree => typeof part !== 'function'

export function addToTree(tree: FieldTree, path: string, expression?: Expression): void {
  const names = splitFieldPath(path)
  const last = names.pop()!
  let node = tree
  for (const name of names) {
    const next = node.inner.get(name) ?? emptyTree()
    if (!isTree(next) || node.leaves.has(name)) throw badValue(`Path collision at ${path}`)
    node.inner.set(name, next)
    node = next
  }
  if (node.leaves.has(last) || node.inner.has(last)) throw badValue(`Path collision at ${path}`)
  if (expression) node.inner.set(last, expression)
  else node.leaves.add(last)
}

/** Only the leaves, in the order of the document; of arrays, only the objects in them. */
export function keep({ leaves, inner }: FieldTree, document: Document): Document {
  const kept: Document = {}
  for (const name of Object.keys(document)) {
    const part = inner.get(name)
    const value = leaves.has(name) ? document[name] : part && isTree(part) ? keepIn(part, document[name]) : undefined
    if (value !== undefined) kept[name] = value
  }
  return kept
}

function keepIn(tree: FieldTree, value: Value): Value {
  if (isArray(value)) {
    const items = value.map((item) => keepIn(tree, item))
    // Where something is computed in each element, one without fields gets its first.
    return computes(tree) ? items : items.filter((item) => item !== undefined)
  }
  return isObject(value) ? keep(tree, value) : undefined
}

/** All but the leaves. */
export function drop({ leaves, inner }: FieldTree, document: Document): Document {
  const rest: Document = {}
  for (const name of Object.keys(document)) {
    if (leaves.has(name)) continue
    const part = inner.get(name)
    rest[name] = part && isTree(part) ? dropIn(part, document[name]) : document[name]
  }
  return rest
}

const dropIn = (tree: FieldTree, value: Value): Value => (isArray(value) ? value.map((item) => dropIn(tree, item)) : isObject(value) ? drop(tree, value) : value)

const computes = ({ inner }: FieldTree): boolean => [...inner.values()].some((part) => !isTree(part) || computes(part))

/** Computed fields stand where the field stood, new ones at the end; what is missing, also by `$$REMOVE`, goes away. */
export function compute({ inner }: FieldTree, document: Document, frame: Frame): Document {
  const result = { ...document }
  for (const [name, part] of inner) {
    if (isTree(part)) {
      if (computes(part)) result[name] = computeIn(part, result[name], frame)
      continue
    }
    const value = part(frame)
    if (value === undefined) delete result[name]
    else result[name] = value
  }
  return result
}

/** In every element of an array; what is no object gives way to one. */
const computeIn = (tree: FieldTree, value: Value, frame: Frame): Value =>
  isArray(value) ? value.map((item) => computeIn(tree, item, frame)) : compute(tree, isObject(value) ? value : {}, frame)

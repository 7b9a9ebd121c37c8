import { writeFailed } from '../../errors'
import type { Document } from '../document'
import { compareTexts } from '../compare'
import type { Matched } from '../query/path'
import { fieldsOf, updateOperator, type Apply } from './operators'
import { assertUpdatePath, resolvePath } from './positional'

/** `claimed` are the paths nothing else may change; new fields come in the order of `path`. */
export type Change = { readonly apply: Apply; readonly path: string; readonly claimed: readonly string[] }

/** Reads `{$set: {...}, $inc: {...}}` once, before any document is touched. */
export function parseChanges(operations: Document): Change[] {
  if (Object.keys(operations).length === 0) throw writeFailed(`'$set' is empty. You must specify a field like so: {$set: {<field>: ...}}`)
  const changes = Object.entries(operations).flatMap(([name, fields]) => {
    const operator = updateOperator(name)
    const entries = fieldsOf(name, fields)
    if (entries.length === 0) throw writeFailed(`'${name}' is empty. You must specify a field like so: {${name}: {<field>: ...}}`)
    return entries.map(([path, operand]): Change => {
      const target = name === '$rename' && typeof operand === 'string' ? operand : path
      for (const each of [path, target]) assertNotId(each)
      assertUpdatePath(path)
      return { apply: operator(operand, path), path: target, claimed: target === path ? [path] : [path, target] }
    })
  })
  assertNoConflict(changes.flatMap(({ claimed }) => claimed))
  return changes.sort((a, b) => comparePaths(a.path, b.path))
}

function assertNotId(path: string): void {
  if (path === '_id' || path.startsWith('_id.')) throw writeFailed(`Performing an update on the path '${path}' would modify the immutable field '_id'`)
}

function assertNoConflict(paths: readonly string[]): void {
  const taken: string[] = []
  for (const path of paths) {
    const other = taken.find((held) => held === path || held.startsWith(`${path}.`) || path.startsWith(`${held}.`))
    if (other !== undefined) throw writeFailed(`Updating the path '${path}' would create a conflict at '${other.length < path.length ? other : path}'`)
    taken.push(path)
  }
}

/** Part by part: numbers by their size, names by their letters. */
function comparePaths(a: string, b: string): number {
  const [partsA, partsB] = [a.split('.'), b.split('.')]
  for (let i = 0; i < partsA.length && i < partsB.length; i++) {
    const [partA, partB] = [partsA[i]!, partsB[i]!]
    if (partA === partB) continue
    return [partA, partB].every((part) => /^\d+$/.test(part)) ? Number(partA) - Number(partB) : compareTexts(partA, partB)
  }
  return partsA.length - partsB.length
}

/** `matched` is what the query found in this document, for the positional `$`. */
export function applyChanges(document: Document, changes: readonly Change[], matched: Matched): void {
  const places = changes.map(({ apply, path }) => ({ apply, paths: resolvePath(document, path, matched) }))
  // `a.$` and `a.0` may turn out to be one place.
  if (changes.some(({ path }) => path.includes('$'))) assertNoConflict(places.flatMap(({ paths }) => paths))
  for (const { apply, paths } of places) for (const path of paths) apply(document, path)
}

import { unsupported, writeFailed } from '../../errors'
import type { Document } from '../document'
import type { Matched } from '../query/path'
import { read, show } from './path'

/** What is wrong with an update's path by itself, whatever the document. */
export function assertUpdatePath(path: string): void {
  const parts = path.split('.')
  if (parts.some((part) => part === '')) throw writeFailed(`The update path '${path}' contains an empty field name, which is not allowed.`)
  if (parts.some((part) => part === '__proto__')) throw writeFailed(`字段名不可为 __proto__ (a field cannot be named __proto__): ${path}`)
  const positional = parts.filter((part) => part.startsWith('$'))
  if (positional.length === 0) return
  const filtered = positional.find((part) => /^\$\[.+\]$/.test(part))
  if (filtered) throw unsupported('更新位置操作符', `${filtered}，SDK 没有 arrayFilters`)
  const unknown = positional.find((part) => part !== '$' && part !== '$[]')
  if (unknown) throw writeFailed(`The dollar ($) prefixed field '${unknown}' in '${path}' is not allowed in the context of an update's replacement document.`)
  if (positional.filter((part) => part === '$').length > 1) throw writeFailed(`Too many positional (i.e. '$') elements found in path '${path}'`)
  if (parts[0]!.startsWith('$')) throw writeFailed(`Cannot have positional (i.e. '$') element in the first position in path '${path}'`)
}

export const isPositional = (path: string): boolean => path.split('.').includes('$')

/** The places a path means in this document: `$` is the element the query matched, `$[]` is every element. */
export function resolvePath(document: Document, path: string, matched: Matched): string[] {
  if (!path.includes('$')) return [path]
  return path.split('.').reduce<string[]>((paths, part) => {
    if (part === '$') return paths.map((each) => `${each}.${matchedIndex(matched)}`)
    if (part === '$[]') return paths.flatMap((each) => elementsAt(document, each))
    return paths.map((each) => (each === '' ? part : `${each}.${part}`))
  }, [''])
}

function matchedIndex({ index }: Matched): number {
  if (index === undefined) throw writeFailed('The positional operator did not find the match needed from the query.')
  return index
}

function elementsAt(document: Document, path: string): string[] {
  const array = read(document, path)
  if (array === undefined) throw writeFailed(`The path '${path}' must exist in the document in order to apply array updates.`)
  if (!Array.isArray(array)) throw writeFailed(`Cannot apply array updates to non-array element ${show({ [path.split('.').at(-1)!]: array }).slice(1, -1)}`)
  return array.map((_, i) => `${path}.${i}`)
}

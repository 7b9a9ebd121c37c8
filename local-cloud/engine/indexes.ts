import { invalidParameter, writeFailed } from '../errors'
import type { Document } from './document'
import { encodeKey, inDirection, valuesAt, type KeyPart } from './key'

export type IndexDefinition = { readonly name: string; readonly keys: readonly KeyPart[]; readonly unique?: boolean }
/** Without it the database finds nothing by its distance. */
export type GeoIndexDefinition = { readonly name: string; readonly keys: readonly [readonly [path: string, kind: '2dsphere']] }
/** The content of indexes.json: the SDK cannot make an index, so the file is what the console would be given. */
export type IndexDefinitions = Readonly<Record<string, readonly (IndexDefinition | GeoIndexDefinition)[]>>

export const isGeoIndex = (definition: IndexDefinition | GeoIndexDefinition): definition is GeoIndexDefinition => definition.keys.some(([, kind]) => kind === '2dsphere')

/** The platform's limit per collection. */
const INDEXES_MAX = 20

export function assertIndexDefinitions(definitions: IndexDefinitions): void {
  for (const [collection, indexes] of Object.entries(definitions)) {
    if (indexes.length > INDEXES_MAX) throw invalidParameter(`indexes.json: ${collection} has ${indexes.length} indexes, the platform allows ${INDEXES_MAX}`)
    const names = new Set<string>()
    for (const definition of indexes) {
      const { name, keys } = definition
      if (!name || names.has(name)) throw invalidParameter(`indexes.json: ${collection} has a missing or repeated index name "${name}"`)
      names.add(name)
      if (!keys?.length) throw invalidParameter(`indexes.json: ${collection}.${name} has no keys`)
      for (const [path, direction] of keys) {
        if (typeof path !== 'string' || !path || path.split('.').some((part) => part === '' || /^\d+$/.test(part))) {
          throw invalidParameter(`indexes.json: ${collection}.${name} has an unusable path "${path}"`)
        }
        if (isGeoIndex(definition)) {
          if (keys.length > 1 || 'unique' in definition) throw invalidParameter(`indexes.json: ${collection}.${name}: a 2dsphere index has one key here, and is not unique`)
        } else if (direction !== 1 && direction !== -1) throw invalidParameter(`indexes.json: ${collection}.${name}.${path} needs the direction 1 or -1`)
      }
    }
  }
}

/** Which parts of an index have met an array, a bit each from the second on. The first: one of them has, as a local cloud before this one knew it. */
export type Multikey = number
const SOME_PART = 1
const bitOf = (part: number): Multikey => SOME_PART << (part + 1)
export const isMultikeyAt = (multikey: Multikey, part: number): boolean => (multikey & (SOME_PART | bitOf(part))) !== 0

/** One key per array element; two arrays in one index would multiply, so they are refused, as in MongoDB. */
export function indexKeys(document: Document, keys: readonly KeyPart[]): { keys: Buffer[]; multikey: Multikey } {
  let multikey: Multikey = 0
  let prefixes: Buffer[] = [Buffer.alloc(0)]
  for (const [part, [path, direction]] of keys.entries()) {
    const { values, throughArray } = valuesAt(document, path)
    if (throughArray && multikey !== 0) throw writeFailed(`cannot index parallel arrays [${path}]`)
    if (throughArray) multikey = bitOf(part)
    const parts = values.map((value) => inDirection(encodeKey(value), direction))
    prefixes = prefixes.flatMap((prefix) => parts.map((each) => Buffer.concat([prefix, each])))
  }
  const distinct = new Map(prefixes.map((key) => [key.toString('latin1'), key]))
  return { keys: [...distinct.values()], multikey }
}

/** `{ no: "x" }`, as an E11000 message shows the key. */
export const showKey = (document: Document, keys: readonly KeyPart[]): string =>
  `{ ${keys.map(([path]) => `${path}: ${JSON.stringify(valuesAt(document, path).values[0])}`).join(', ')} }`

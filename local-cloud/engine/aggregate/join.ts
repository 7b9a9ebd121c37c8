import { fieldOf, type Document, type Value } from '../document'
import { identity, isArray, isObject } from '../expression/values'
import { compileFilter } from '../filter'
import { arrayIndex } from '../query/path'
import type { Source } from './source'

/** So many values an index is asked for at once. */
const VALUES_MAX = 100

/** The values a field joins by: those of an array each by itself. */
export function joinValues(document: Document, names: readonly string[]): Value[] {
  const values: Value[] = []
  const walk = (value: Value, from: number): void => {
    if (from === names.length) {
      if (isArray(value)) values.push(...value)
      else if (value !== undefined) values.push(value)
    } else if (isArray(value)) {
      const place = arrayIndex(names[from]!)
      if (place >= 0) walk(value[place], from + 1)
      else for (const item of value) if (isObject(item)) walk(item, from)
    } else if (isObject(value)) walk(fieldOf(value, names[from]!), from + 1)
  }
  walk(document, 0)
  return values
}

/** As `$in`, but a pattern is a value here. */
export const equalsAny = (path: string, values: readonly Value[]): Document =>
  values.some((value) => value instanceof RegExp) ? { $or: values.map((value) => ({ [path]: { $eq: value } })) } : { [path]: { $in: [...values] } }

export const distinctValues = (values: readonly Value[]): Value[] => [...new Map(values.map((value) => [identity(value), value])).values()]

/** The documents that have any of the values at the path, asked of the index in portions. */
export function findAny(source: Source, from: string, path: string, values: readonly Value[]): Document[] {
  const found = new Map<string, Document>()
  for (let i = 0; i < values.length; i += VALUES_MAX) {
    for (const document of source.find(from, { filter: equalsAny(path, values.slice(i, i + VALUES_MAX)) })) found.set(identity(document._id), document)
  }
  return [...found.values()]
}

export type Join = (values: readonly Value[]) => Document[]

/** The foreign documents by the values they may be found under; whether they really are is decided as in a query. */
export function hashJoin(foreign: readonly Document[], path: string): Join {
  const places = new Map<string, number[]>()
  const names = path.split('.')
  foreign.forEach((document, place) => {
    for (const key of new Set(valuesReached(document, names).map(identity))) {
      const there = places.get(key)
      if (there) there.push(place)
      else places.set(key, [place])
    }
  })
  return (values) => {
    const candidates = new Set(values.flatMap((value) => places.get(identity(value)) ?? []))
    if (candidates.size === 0) return []
    const test = compileFilter(equalsAny(path, values))
    return [...candidates].sort((a, b) => a - b).map((place) => foreign[place]!).filter((document) => test(document))
  }
}

/** All that the path may mean, rather too much than too little. */
function valuesReached(value: Value, names: readonly string[], from = 0): Value[] {
  if (from === names.length) return [value ?? null, ...(isArray(value) ? value : [])]
  if (isObject(value)) return valuesReached(fieldOf(value, names[from]!), names, from + 1)
  if (!isArray(value)) return [null]
  const place = arrayIndex(names[from]!)
  return [null, ...value.flatMap((item) => (isObject(item) ? valuesReached(item, names, from) : [])), ...(place >= 0 ? valuesReached(value[place], names, from + 1) : [])]
}

import { writeFailed } from '../errors'
import { idKey, type Collection } from './collection'
import { decodeDocument, type Document } from './document'
import { compileFilter, isOperatorObject, type Test } from './filter'
import { sortKey, type KeyPart } from './key'
import { choosePlan } from './plan'
import type { Altered } from './transactions'

export type FindOptions = { filter?: Document; sort?: readonly KeyPart[]; skip?: number; limit?: number; projection?: Document }
/** `document` is there when it had to be decoded for the filter. */
export type Found = { readonly text: string; readonly document?: Document }
type Match = { readonly text: string; readonly document: Document; readonly rid: number }

const DEFAULT_LIMIT = 100
const NOTHING_ALTERED: Altered = new Map()

/** The documents a query means, on the disk or, inside a transaction, as that transaction sees them. */
export function select(collection: Collection, { filter = {}, sort = [], skip = 0, limit = DEFAULT_LIMIT }: FindOptions, altered: Altered = NOTHING_ALTERED): readonly Found[] {
  const id = onlyId(filter)
  if (id !== undefined && skip === 0 && limit >= 1) return selectOne(collection, id, altered)
  const test = safely(compileFilter(filter))
  const plan = choosePlan(filter, sort, collection.indexes)
  const streams = plan.sorted && altered.size === 0
  const end = skip + limit
  const matches: Match[] = []
  for (const { text, rid } of collection.scan(plan)) {
    if (streams && matches.length >= end) break
    const document = decodeDocument(text)
    if (altered.size > 0 && altered.has(idKey(document._id).toString('latin1'))) continue
    if (test(document)) matches.push({ text, document, rid })
  }
  for (const text of altered.values()) {
    const document = text === null ? null : decodeDocument(text)
    if (document && test(document)) matches.push({ text: text!, document, rid: Infinity })
  }
  return (streams ? matches : sorted(matches, sort)).slice(skip, end)
}

function selectOne(collection: Collection, id: string | number, altered: Altered): Found[] {
  const key = idKey(id)
  const seen = altered.get(key.toString('latin1'))
  const text = seen === undefined ? collection.byId(key)?.text : seen
  return text === undefined || text === null ? [] : [{ text }]
}

function sorted(matches: Match[], sort: readonly KeyPart[]): Match[] {
  if (sort.length === 0) return matches
  const keyed = matches.map((match) => ({ match, key: sortKey(match.document, sort) }))
  // Equal ones stay in the order of the disk; those of a transaction have no place there yet and come last.
  keyed.sort((a, b) => Buffer.compare(a.key, b.key) || (a.match.rid === b.match.rid ? 0 : a.match.rid - b.match.rid))
  return keyed.map(({ match }) => match)
}

const safely = (test: Test): Test => (document) => {
  try {
    return test(document)
  } catch (error) {
    throw writeFailed((error as Error).message)
  }
}

/** The id, when the filter asks for one id and nothing else. */
export function onlyId(filter: Document): string | number | undefined {
  const keys = Object.keys(filter)
  if (keys.length !== 1 || keys[0] !== '_id') return undefined
  const given = isOperatorObject(filter._id) && Object.keys(filter._id).length === 1 ? filter._id.$eq : filter._id
  return typeof given === 'string' || typeof given === 'number' ? given : undefined
}

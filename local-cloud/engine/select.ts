import { idKey, type Collection, type StoredRow } from './collection'
import { conditionsOf } from './conditions'
import { decodeDocument, isOperatorObject, type Document } from './document'
import { compileFilter } from './filter'
import { assertGeoIndex } from './geo/indexed'
import { nearIn, type Near } from './geo/near'
import { isGeoOperator } from './geo/operators'
import { encodeKey, sortKey, type KeyPart } from './key'
import { choosePlan, planById, type Plan } from './plan'
import { compileProjection } from './projection'

export type FindOptions = { filter?: Document; sort?: readonly KeyPart[]; skip?: number; limit?: number; projection?: Document }
/** `document` is there when it had to be decoded for the filter. */
export type Found = { readonly text: string; readonly document?: Document }
export type Selection = { readonly found: readonly Found[]; readonly plan: Plan; readonly examined: number }
type Match = StoredRow & { readonly document: Document }
type Search = { readonly matches: Generator<Match>; readonly plan: Plan; readonly examined: () => number; readonly near: Near | null }
type Keyed = { readonly match: Match; readonly key: Buffer }

const DEFAULT_LIMIT = 100
/** Sorted out in batches: what cannot be among the first ones is let go of. */
const SURPLUS_MAX = 1000

/** The documents a query means, and how they were found. */
export function select(collection: Collection, { filter = {}, sort = [], skip = 0, limit = DEFAULT_LIMIT }: FindOptions): Selection {
  const id = onlyId(filter)
  if (id !== undefined && skip === 0 && limit >= 1) return selectOne(collection, idKey(id))
  const search = searchFor(collection, filter, sort)
  return { found: [...inOrder(search, sort, skip, limit)], plan: search.plan, examined: search.examined() }
}

type How = { readonly plan: Plan; readonly examined: number; readonly returned: number }

/** As `select`, but one after the other: who keeps none of them needs no room for all. How they were found is told at the end, or where the reader stops. */
export function stream(collection: Collection, { filter = {}, sort = [], skip = 0, limit = DEFAULT_LIMIT }: FindOptions, told: (how: How) => void): Iterable<Document> {
  const search = searchFor(collection, filter, sort)
  function* documents(): Generator<Document> {
    let returned = 0
    try {
      for (const { document } of inOrder(search, sort, skip, limit)) {
        returned++
        yield document
      }
    } finally {
      told({ plan: search.plan, examined: search.examined(), returned })
    }
  }
  return documents()
}

export function count(collection: Collection, filter: Document): { total: number; plan: Plan; examined: number } {
  const { matches, plan, examined } = searchFor(collection, filter, [])
  let total = 0
  while (!matches.next().done) total++
  return { total, plan, examined: examined() }
}

function selectOne(collection: Collection, key: Buffer): Selection {
  const row = collection.byId(key)
  return { found: row ? [row] : [], plan: planById(key), examined: row ? 1 : 0 }
}

function searchFor(collection: Collection, filter: Document, sort: readonly KeyPart[]): Search {
  const test = compileFilter(filter)
  const near = nearIn(filter)
  if (near) assertGeoIndex(collection.geoPaths, near.path)
  const chosen = choosePlan(filter, sort, collection.indexes)
  // On the real cloud the geo index bounds it.
  const plan = { ...chosen, isBounded: chosen.isBounded || isServedByGeoIndex(filter, collection.geoPaths) }
  let examined = 0
  function* matches(): Generator<Match> {
    for (const row of collection.scan(plan)) {
      examined++
      const document = decodeDocument(row.text)
      if (test(document)) yield { ...row, document }
    }
  }
  return { matches: matches(), plan, examined: () => examined, near }
}

function isServedByGeoIndex(filter: Document, geoPaths: readonly string[]): boolean {
  const conditions = conditionsOf(filter)
  return geoPaths.some((path) => conditions.of(path).some(({ operator }) => isGeoOperator(operator)))
}

function inOrder({ matches, plan, near }: Search, sort: readonly KeyPart[], skip: number, limit: number): Iterable<Match> {
  const isByDistance = near !== null && sort.length === 0
  if (plan.sorted && !isByDistance) return page(matches, skip, limit)
  return takeSorted(matches, skip + limit, (document) => (isByDistance ? encodeKey(near.metres(document)) : sortKey(document, sort))).slice(skip)
}

function* page(matches: Iterable<Match>, skip: number, limit: number): Generator<Match> {
  if (limit === 0) return
  let seen = 0
  for (const match of matches) {
    if (++seen > skip) yield match
    if (seen === skip + limit) return
  }
}

function takeSorted(matches: Iterable<Match>, end: number, keyOf: (document: Document) => Buffer): Match[] {
  let kept: Keyed[] = []
  for (const match of matches) {
    kept.push({ match, key: keyOf(match.document) })
    if (kept.length >= end + Math.max(end, SURPLUS_MAX)) kept = kept.sort(byKey).slice(0, end)
  }
  return kept.sort(byKey).slice(0, end).map(({ match }) => match)
}

/** Equal ones stay in the order of the disk. */
const byKey = (a: Keyed, b: Keyed): number => Buffer.compare(a.key, b.key) || a.match.rid - b.match.rid

/** The id, when the filter asks for one id and nothing else. */
export function onlyId(filter: Document): string | number | undefined {
  const keys = Object.keys(filter)
  if (keys.length !== 1 || keys[0] !== '_id') return undefined
  const given = isOperatorObject(filter._id) && Object.keys(filter._id).length === 1 ? filter._id.$eq : filter._id
  return typeof given === 'string' || typeof given === 'number' ? given : undefined
}

/** What is sent of each document found; the projection is read once for all of them. */
export function projector({ projection, filter }: FindOptions): (found: Found) => Document {
  const whole = ({ text, document }: Found): Document => document ?? decodeDocument(text)
  if (!projection) return whole
  const project = compileProjection(projection, filter)
  return (found) => project(whole(found))
}

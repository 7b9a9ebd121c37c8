import type { Document } from './document'
import { conditionsOf, type Conditions } from './conditions'
import { boundsOf, equalities, EVERYTHING, within, type Range } from './bounds'
import { encodeKey, inDirection, successor, type KeyPart } from './key'

export type { Range } from './bounds'
/** Ranges of one index, in its order. `index` is an index's name, `_id`, or null for the whole collection. */
export type Step = { readonly index: string | null; readonly ranges: readonly Range[]; readonly backwards: boolean }
/** Which rows to look at, in which order. The filter is tested on each of them anyway, so a plan may only find too many. */
export type Plan = {
  /** More than one for an `$or`, each clause of which has an index of its own. */
  readonly steps: readonly Step[]
  readonly sorted: boolean
  /** False when the whole collection may have to be looked at. */
  readonly isBounded: boolean
}
export type PlannableIndex = { readonly name: string; readonly keys: readonly KeyPart[]; readonly multikey: boolean }
type Candidate = { readonly plan: Plan; readonly score: number }

const RANGES_MAX = 10_000
const SCORE = { equality: 10, range: 5, order: 4, wideRange: 2 } as const
const BY_ID: PlannableIndex = { name: '_id', keys: [['_id', 1]], multikey: false }
const WHOLE: Step = { index: null, ranges: [EVERYTHING], backwards: false }

export const planById = (key: Buffer): Plan => ({ steps: [{ index: BY_ID.name, ranges: [{ low: key, high: successor(key) }], backwards: false }], sorted: true, isBounded: true })

export function choosePlan(filter: Document, sort: readonly KeyPart[], indexes: readonly PlannableIndex[]): Plan {
  const conditions = conditionsOf(filter)
  let best = bestOf(conditions, sort, indexes)
  for (const clauses of conditions.alternatives) best = better(best, unionOf(filter, clauses, sort, indexes))
  return best.plan
}

const better = (best: Candidate, next: Candidate): Candidate => (next.score > best.score ? next : best)

function bestOf(conditions: Conditions, sort: readonly KeyPart[], indexes: readonly PlannableIndex[]): Candidate {
  let best: Candidate = { plan: { steps: [WHOLE], sorted: sort.length === 0, isBounded: false }, score: 0 }
  for (const index of [BY_ID, ...indexes]) if (isUseful(index, conditions, sort)) best = better(best, candidate(index, conditions, sort))
  return best
}

const isUseful = ({ keys }: PlannableIndex, conditions: Conditions, sort: readonly KeyPart[]): boolean => conditions.of(keys[0]![0]).length > 0 || sort[0]?.[0] === keys[0]![0]

/** Every clause of an `$or` by the index that serves it best, together with what holds outside of the `$or`. */
function unionOf(filter: Document, clauses: readonly Document[], sort: readonly KeyPart[], indexes: readonly PlannableIndex[]): Candidate {
  const parts = clauses.map((clause) => bestOf(conditionsOf({ $and: [filter, clause] }), [], indexes))
  const plan: Plan = { steps: parts.flatMap((part) => part.plan.steps), sorted: sort.length === 0, isBounded: true }
  // One clause without an index, scored 0, and the whole collection must be looked at after all.
  return { plan, score: Math.min(...parts.map(({ score }) => score)) }
}

function candidate(index: PlannableIndex, conditions: Conditions, sort: readonly KeyPart[]): Candidate {
  let prefixes: Buffer[] = [Buffer.alloc(0)]
  let used = 0
  for (const [path, direction] of index.keys) {
    const choices = equalities(conditions.of(path), index.multikey)
    if (!choices || choices.length * prefixes.length > RANGES_MAX) break
    const parts = choices.map((value) => inDirection(encodeKey(value), direction))
    prefixes = prefixes.flatMap((prefix) => parts.map((part) => Buffer.concat([prefix, part])))
    used++
  }
  const next = index.keys[used]
  const bounds = next ? boundsOf(conditions.of(next[0]), index.multikey) : null
  const order = prefixes.length === 1 && !index.multikey ? sortOrder(index.keys, used, sort) : null
  const ranges = distinct(prefixes).flatMap((prefix) => (bounds && next ? within(prefix, bounds.ranges, next[1]) : [prefix.length ? { low: prefix, high: successor(prefix) } : EVERYTHING]))
  return {
    plan: { steps: [{ index: index.name, ranges, backwards: order === 'backwards' }], sorted: order !== null || sort.length === 0, isBounded: used > 0 || bounds !== null },
    score: used * SCORE.equality + (bounds ? (bounds.isWide ? SCORE.wideRange : SCORE.range) : 0) + (order && sort.length ? SCORE.order : 0),
  }
}

const distinct = (keys: Buffer[]): Buffer[] => [...new Map(keys.map((key) => [key.toString('latin1'), key])).values()].sort(Buffer.compare)

/** Fields held equal may be skipped in the sort; the rest must follow the index, all forwards or all backwards. */
function sortOrder(keys: readonly KeyPart[], used: number, sort: readonly KeyPart[]): 'forwards' | 'backwards' | null {
  const held = new Set(keys.slice(0, used).map(([path]) => path))
  const wanted = sort.filter(([path]) => !held.has(path))
  const given = keys.slice(used)
  if (wanted.some(([path], i) => given[i]?.[0] !== path)) return null
  if (wanted.every(([, direction], i) => given[i]![1] === direction)) return 'forwards'
  return wanted.every(([, direction], i) => given[i]![1] === -direction) ? 'backwards' : null
}

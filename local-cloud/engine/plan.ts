import type { Document } from './document'
import { conditionsOf, type Conditions } from './conditions'
import { boundsOf, equalities, EVERYTHING, within, type Range } from './bounds'
import { isMultikeyAt, type Multikey } from './indexes'
import { encodeKey, inDirection, successor, type KeyPart } from './key'

export type { Range } from './bounds'
/** Ranges of one index, in its order. `index` is an index's name, `_id`, or null for the whole collection. */
export type Step = {
  readonly index: string | null
  readonly ranges: readonly Range[]
  readonly backwards: boolean
  /** So many bytes at the beginning of each range's keys say which range it is: by what follows, all ranges are read side by side in one order. */
  readonly merged?: readonly number[]
}
/** Which rows to look at, in which order. The filter is tested on each of them anyway, so a plan may only find too many. */
export type Plan = {
  /** More than one for an `$or`, each clause of which has an index of its own. */
  readonly steps: readonly Step[]
  readonly sorted: boolean
  /** False when the whole collection may have to be looked at. */
  readonly isBounded: boolean
}
export type PlannableIndex = { readonly name: string; readonly keys: readonly KeyPart[]; readonly multikey: Multikey }
/** By name; null where some of it is the whole collection. */
export function indexOf({ steps }: Pick<Plan, 'steps'>): string | null {
  const names = [...new Set(steps.map(({ index }) => index))]
  return names.includes(null) ? null : names.join(' | ')
}

type Candidate = { readonly plan: Plan; readonly score: number }

const RANGES_MAX = 10_000
/** MongoDB's own limit (internalQueryMaxScansToExplode): more ranges it reads one after the other, and sorts what they give. */
const MERGED_MAX = 200
const SCORE = { equality: 10, range: 5, order: 4, wideRange: 2 } as const
const BY_ID: PlannableIndex = { name: '_id', keys: [['_id', 1]], multikey: 0 }
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
  const held = new Set<string>()
  for (const [path, direction] of index.keys) {
    const isMultikey = isMultikeyAt(index.multikey, used)
    const choices = equalities(conditions.of(path), isMultikey)
    if (!choices || choices.length * prefixes.length > RANGES_MAX) break
    const parts = distinct(choices.map((value) => inDirection(encodeKey(value), direction)))
    prefixes = prefixes.flatMap((prefix) => parts.map((part) => Buffer.concat([prefix, part])))
    if (parts.length === 1 && !isMultikey) held.add(path)
    used++
  }
  const next = index.keys[used]
  const bounds = next ? boundsOf(conditions.of(next[0]), isMultikeyAt(index.multikey, used)) : null
  const byPrefix = prefixes.map((prefix) => (bounds && next ? within(prefix, bounds.ranges, next[1]) : [prefix.length ? { low: prefix, high: successor(prefix) } : EVERYTHING]))
  const order = prefixes.length <= MERGED_MAX ? sortOrder(index, used, sort, held) : null
  const isMerged = order !== null && sort.length > 0 && prefixes.length > 1
  return {
    plan: {
      steps: [{ index: index.name, ranges: byPrefix.flat(), backwards: order === 'backwards', ...(isMerged && { merged: byPrefix.flatMap((ranges, i) => ranges.map(() => prefixes[i]!.length)) }) }],
      sorted: order !== null || sort.length === 0,
      isBounded: used > 0 || bounds !== null,
    },
    score: used * SCORE.equality + (bounds ? (bounds.isWide ? SCORE.wideRange : SCORE.range) : 0) + (order && sort.length ? SCORE.order : 0),
  }
}

const distinct = (keys: Buffer[]): Buffer[] => [...new Map(keys.map((key) => [key.toString('latin1'), key])).values()].sort(Buffer.compare)

/**
 * Fields held equal to one value may be skipped in the sort; the rest must follow the index, all forwards or all backwards. A document with an array is sorted by one element of
 * it, and stands in the index under each.
 */
function sortOrder({ keys, multikey }: PlannableIndex, used: number, sort: readonly KeyPart[], held: ReadonlySet<string>): 'forwards' | 'backwards' | null {
  const wanted = sort.filter(([path]) => !held.has(path))
  const given = keys.slice(used)
  if (wanted.some(([path], i) => given[i]?.[0] !== path || isMultikeyAt(multikey, used + i))) return null
  if (wanted.every(([, direction], i) => given[i]![1] === direction)) return 'forwards'
  return wanted.every(([, direction], i) => given[i]![1] === -direction) ? 'backwards' : null
}

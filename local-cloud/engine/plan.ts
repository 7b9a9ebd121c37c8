import { isPlainObject, type Document, type Value } from './document'
import { isOperatorObject } from './filter'
import { encodeKey, inDirection, successor, typeBounds, type KeyPart } from './key'

export type Range = { readonly low: Buffer; readonly high: Buffer }
/** Which rows to look at, in which order. The filter is tested on each of them anyway, so a plan may only find too many. */
export type Plan = {
  /** An index's name, `_id`, or null for the whole collection. */
  readonly index: string | null
  readonly ranges: readonly Range[]
  readonly backwards: boolean
  readonly sorted: boolean
}

export type PlannableIndex = { readonly name: string; readonly keys: readonly KeyPart[]; readonly multikey: boolean }
type Condition = { readonly operator: string; readonly operand: Value }

const RANGES_MAX = 200
const EVERYTHING: Range = { low: Buffer.alloc(0), high: Buffer.alloc(16, 0xff) }
const BY_ID: PlannableIndex = { name: '_id', keys: [['_id', 1]], multikey: false }

export function choosePlan(filter: Document, sort: readonly KeyPart[], indexes: readonly PlannableIndex[]): Plan {
  const conditions = conditionsByPath(filter)
  let best: Plan = { index: null, ranges: [EVERYTHING], backwards: false, sorted: sort.length === 0 }
  let bestScore = 0
  for (const index of [BY_ID, ...indexes]) {
    const { plan, score } = planFor(index, conditions, sort)
    if (score > bestScore) [best, bestScore] = [plan, score]
  }
  return best
}

function planFor(index: PlannableIndex, conditions: Map<string, Condition[]>, sort: readonly KeyPart[]): { plan: Plan; score: number } {
  let prefixes: Buffer[] = [Buffer.alloc(0)]
  let score = 0
  let used = 0
  for (const [path, direction] of index.keys) {
    const choices = equalities(conditions.get(path))
    if (!choices || choices.length * prefixes.length > RANGES_MAX) break
    const parts = choices.map((value) => inDirection(encodeKey(value), direction))
    prefixes = prefixes.flatMap((prefix) => parts.map((part) => Buffer.concat([prefix, part])))
    score += 10
    used++
  }
  const next = index.keys[used]
  const bounds = next && boundsOf(conditions.get(next[0]), index.multikey)
  if (bounds) score += 5
  const order = prefixes.length <= 1 && !index.multikey ? sortOrder(index.keys, used, sort) : null
  if (order && sort.length) score += 4
  const ranges = distinct(prefixes).map((prefix) => {
    const whole: Range = prefix.length ? { low: prefix, high: successor(prefix) } : EVERYTHING
    return bounds ? within(prefix, bounds, next[1]) : whole
  })
  return { plan: { index: index.name, ranges, backwards: order === 'backwards', sorted: order !== null || sort.length === 0 }, score }
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

function within(prefix: Buffer, { low, high }: Range, direction: 1 | -1): Range {
  if (direction === 1) return { low: Buffer.concat([prefix, low]), high: Buffer.concat([prefix, high]) }
  // Flipped bytes run the other way: what was at or above `low` now lies before the end of `low`'s own keys.
  return { low: Buffer.concat([prefix, inDirection(high, -1)]), high: successor(Buffer.concat([prefix, inDirection(low, -1)])) }
}

/** All values a field may have: `$eq`, `$in`, or a plain value; null when the conditions do not say. */
function equalities(conditions: Condition[] | undefined): Value[] | null {
  for (const { operator, operand } of conditions ?? []) {
    if (operator === '$eq' && isScalar(operand)) return [operand]
    if (operator === '$in' && Array.isArray(operand) && operand.length > 0 && operand.every(isScalar)) return operand as Value[]
  }
  return null
}

/** An array may meet each bound with another element, so an index over arrays is given one bound only. */
function boundsOf(conditions: Condition[] | undefined, multikey: boolean): Range | null {
  let low: Buffer | null = null
  let high: Buffer | null = null
  let type: Range | null = null
  for (const { operator, operand } of conditions ?? []) {
    if (!isRangeValue(operand)) continue
    const key = encodeKey(operand)
    const isLow = operator === '$gt' || operator === '$gte'
    if (!isLow && operator !== '$lt' && operator !== '$lte') continue
    if (type && (multikey || !type.low.equals(typeBounds(operand).low))) continue
    type = typeBounds(operand)
    if (isLow && (!low || Buffer.compare(key, low) > 0)) low = key
    if (!isLow && (!high || Buffer.compare(successor(key), high) < 0)) high = successor(key)
  }
  return type && { low: low ?? type.low, high: high ?? type.high }
}

const isRangeValue = (value: Value) => (typeof value === 'number' && !Number.isNaN(value)) || typeof value === 'string' || value instanceof Date
const isScalar = (value: Value) => value === null || isRangeValue(value) || typeof value === 'boolean'

function conditionsByPath(filter: Document, found = new Map<string, Condition[]>()): Map<string, Condition[]> {
  const note = (path: string, condition: Condition) => found.set(path, [...(found.get(path) ?? []), condition])
  for (const [key, operand] of Object.entries(filter)) {
    if (key === '$and' && Array.isArray(operand)) for (const clause of operand) conditionsByPath(clause as Document, found)
    else if (key.startsWith('$')) continue
    else if (isOperatorObject(operand)) for (const [operator, inner] of Object.entries(operand)) note(key, { operator, operand: inner })
    else if (!isPlainObject(operand)) note(key, { operator: '$eq', operand })
  }
  return found
}

import type { Value } from './document'
import type { Condition } from './conditions'
import { encodeKey, inDirection, successor, typeBounds, type Direction } from './key'

export type Range = { readonly low: Buffer; readonly high: Buffer }
/** In rising order. Wide ones leave out little, if anything. */
export type Bounds = { readonly ranges: readonly Range[]; readonly isWide: boolean }

const LAST = Buffer.alloc(16, 0xff)
export const EVERYTHING: Range = { low: Buffer.alloc(0), high: LAST }
const NULL = encodeKey(null)

/** All values a field may have: `$eq`, `$in`, an element of `$all`, or a plain value; null when the conditions do not say. */
export function equalities(conditions: readonly Condition[], multikey: boolean): readonly Value[] | null {
  // Where arrays are, "nothing there" has more faces than one key.
  const isUsable = (value: Value) => isScalar(value) && !(multikey && value === null)
  for (const { operator, operand } of conditions) {
    if (operator === '$eq' && isUsable(operand)) return [operand]
    if (operator === '$in' && Array.isArray(operand) && operand.length > 0 && operand.every(isUsable)) return operand as Value[]
    if (operator === '$all' && Array.isArray(operand) && operand.some(isUsable)) return [(operand as Value[]).find(isUsable)]
  }
  return null
}

export const boundsOf = (conditions: readonly Condition[], multikey: boolean): Bounds | null => comparisons(conditions, multikey) ?? startingWith(conditions) ?? (multikey ? null : somethingThere(conditions))

/** An array may meet each bound with another element, so an index over arrays is given one bound only. */
function comparisons(conditions: readonly Condition[], multikey: boolean): Bounds | null {
  let low: Buffer | null = null
  let high: Buffer | null = null
  let type: Range | null = null
  for (const { operator, operand } of conditions) {
    if (!isRangeValue(operand)) continue
    const isLow = operator === '$gt' || operator === '$gte'
    if (!isLow && operator !== '$lt' && operator !== '$lte') continue
    if (type && (multikey || !type.low.equals(typeBounds(operand).low))) continue
    type = typeBounds(operand)
    const key = encodeKey(operand)
    // Of `$gt` and `$lte` the value's own keys lie below the bound, whatever follows them in the index.
    const bound = operator === '$gt' || operator === '$lte' ? successor(key) : key
    if (isLow && (!low || Buffer.compare(bound, low) > 0)) low = bound
    if (!isLow && (!high || Buffer.compare(bound, high) < 0)) high = bound
  }
  return type && { ranges: [{ low: low ?? type.low, high: high ?? type.high }], isWide: false }
}

/** Texts with the beginning a regular expression asks for, and stored regular expressions, which may equal it. */
function startingWith(conditions: readonly Condition[]): Bounds | null {
  for (const { operator, operand } of conditions) {
    const beginning = operator === '$regex' ? literalBeginning(operand) : ''
    if (beginning === '') continue
    const low = encodeKey(beginning).subarray(0, -2)
    return { ranges: [{ low, high: successor(low) }, typeBounds(/./)], isWide: false }
  }
  return null
}

/** What every match of `^abc…` begins with; empty when that cannot be told. */
function literalBeginning(pattern: Value): string {
  if (!(pattern instanceof RegExp) || /[imx]/.test(pattern.flags) || !pattern.source.startsWith('^') || pattern.source.includes('|')) return ''
  const [literal] = /^(?:[^\\^$.|?*+()[\]{}\ud800-\udfff/]|\\[^a-zA-Z0-9])*/.exec(pattern.source.slice(1))!
  const isRepeated = /[?*{]/.test(pattern.source.charAt(literal.length + 1))
  const text = literal.replace(/\\(.)/g, '$1')
  return isRepeated ? text.slice(0, -1) : text
}

/** `$ne: null`: what has no value is one key among all. */
function somethingThere(conditions: readonly Condition[]): Bounds | null {
  if (!conditions.some(({ operator, operand }) => operator === '$ne' && operand === null)) return null
  return { ranges: [{ low: Buffer.alloc(0), high: NULL }, { low: successor(NULL), high: LAST }], isWide: true }
}

export function within(prefix: Buffer, ranges: readonly Range[], direction: Direction): Range[] {
  if (direction === 1) return ranges.map(({ low, high }) => ({ low: Buffer.concat([prefix, low]), high: Buffer.concat([prefix, high]) }))
  // Flipped bytes run the other way: what was at or above `low` now lies before the end of what begins with `low`, and what was below `high` after the end of what begins with `high`.
  return ranges.map(({ low, high }) => ({ low: successor(Buffer.concat([prefix, inDirection(high, -1)])), high: successor(Buffer.concat([prefix, inDirection(low, -1)])) })).reverse()
}

const isRangeValue = (value: Value): boolean => (typeof value === 'number' && !Number.isNaN(value)) || typeof value === 'string' || value instanceof Date
const isScalar = (value: Value): boolean => value === null || isRangeValue(value) || typeof value === 'boolean'

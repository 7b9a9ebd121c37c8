import { compareValues, isSame, rankOf } from '../compare'
import { encode, isPlainObject, type Value } from '../document'
import { boundedRegExp, type Budget } from '../regex/bounded'
import { badValue } from './badValue'
import type { ValueTest } from './path'

/** A plain value is looked for; a pattern also fits texts. What is missing counts as null. */
export function equals(operand: Value, budget: Budget): ValueTest {
  if (!(operand instanceof RegExp)) return (value) => isSame(value, operand)
  const pattern = matches(operand.source, operand.flags, budget)
  return (value) => pattern(value) || (value instanceof RegExp && isSame(value, operand))
}

export function matches(source: string, options: string, budget: Budget): ValueTest {
  const pattern = boundedRegExp(source, options, budget)
  return (value) => typeof value === 'string' && pattern.test(value)
}

type Comparison = '$gt' | '$gte' | '$lt' | '$lte'
const HOLDS: Readonly<Record<Comparison, (difference: number) => boolean>> = {
  $gt: (difference) => difference > 0,
  $gte: (difference) => difference >= 0,
  $lt: (difference) => difference < 0,
  $lte: (difference) => difference <= 0,
}

/** Only values of one type compare; NaN is equal to NaN and neither more nor less than anything. */
export function compares(operator: Comparison, operand: Value, path: string): ValueTest {
  if (operand instanceof RegExp) throw badValue(`Can't have RegEx as arg to predicate over field '${path}'.`)
  const rank = rankOf(operand)
  const holds = HOLDS[operator]
  if (Number.isNaN(operand)) return (value) => Number.isNaN(value) && holds(0)
  return (value) => rankOf(value) === rank && !Number.isNaN(value) && holds(compareValues(value, operand))
}

export function isOneOf(operator: string, operand: Value, budget: Budget): ValueTest {
  if (!Array.isArray(operand)) throw badValue(`${operator} needs an array`)
  const nested: Value = operand.find((item) => isPlainObject(item) && Object.keys(item)[0]?.startsWith('$'))
  if (nested !== undefined) throw badValue(`cannot nest $ under ${operator}: ${encode(nested)}`)
  const texts = new Set(operand.filter((item) => typeof item === 'string'))
  const others = operand.filter((item) => typeof item !== 'string').map((item) => equals(item, budget))
  return (value) => texts.has(value as string) || others.some((test) => test(value))
}

export function leavesRemainder(operand: Value): ValueTest {
  if (!Array.isArray(operand)) throw badValue('malformed mod, needs to be an array')
  if (operand.length < 2) throw badValue('malformed mod, not enough elements')
  if (operand.length > 2) throw badValue('malformed mod, too many elements')
  const [divisor, remainder] = (['divisor', 'remainder'] as const).map((name, i) => {
    const value: Value = operand[i]
    if (typeof value !== 'number') throw badValue(`malformed mod, ${name} not a number`)
    if (!Number.isFinite(value)) throw badValue(`malformed mod, ${name} value is invalid: ${value}`)
    return Math.trunc(value)
  }) as [number, number]
  if (divisor === 0) throw badValue('divisor cannot be 0')
  return (value) => typeof value === 'number' && Math.trunc(value) % divisor === remainder
}

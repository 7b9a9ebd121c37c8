import { badValue } from '../query/badValue'
import type { Document, Value } from '../document'
import { operandsOf, type Operator, type Operators } from './operator'
import { compareValues, identity, isArray, isNullish, isNumber, isObject, show, typeName } from './values'

/** Takes the values of one group, one after the other. A result that is missing stands in the group as null. */
export type Accumulator = { readonly add: (value: Value) => void; readonly result: () => Value }

/** Neumaier's summation: like the database, it does not let 0.1 ten times become 0.9999999999999999. */
function exactSum() {
  let sum = 0
  let lost = 0
  return {
    add: (value: number) => {
      const next = sum + value
      lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum
      sum = next
    },
    result: () => (Number.isFinite(lost) ? sum + lost : sum),
  }
}

function $sum(): Accumulator {
  const sum = exactSum()
  return { add: (value) => isNumber(value) && sum.add(value), result: sum.result }
}

function $avg(): Accumulator {
  const sum = exactSum()
  let count = 0
  const add = (value: Value) => {
    if (!isNumber(value)) return
    sum.add(value)
    count++
  }
  return { add, result: () => (count === 0 ? null : sum.result() / count) }
}

function $first(): Accumulator {
  const seen: Value[] = []
  return { add: (value) => seen.length === 0 && seen.push(value), result: () => seen[0] }
}

function $last(): Accumulator {
  let last: Value
  return { add: (value) => (last = value), result: () => last }
}

const extreme = (isBetter: (order: number) => boolean) => (): Accumulator => {
  let best: Value = null
  const add = (value: Value) => {
    if (!isNullish(value) && (best === null || isBetter(compareValues(value, best)))) best = value
  }
  return { add, result: () => best }
}

function $push(): Accumulator {
  const values: Value[] = []
  return { add: (value) => value !== undefined && values.push(value), result: () => values }
}

function $addToSet(): Accumulator {
  const values = new Map<string, Value>()
  const add = (value: Value) => {
    if (value !== undefined && !values.has(identity(value))) values.set(identity(value), value)
  }
  return { add, result: () => [...values.values()] }
}

function $mergeObjects(): Accumulator {
  const merged: Document = {}
  const add = (value: Value) => {
    if (isNullish(value)) return
    if (!isObject(value)) throw badValue(`$mergeObjects requires object inputs, but input ${show(value)} is of type ${typeName(value)}`)
    Object.assign(merged, value)
  }
  return { add, result: () => merged }
}

/** Welford's method: squares of large numbers would lose the small differences between them. */
const deviation = (ofSample: boolean) => (): Accumulator => {
  let [count, mean, squares] = [0, 0, 0]
  const add = (value: Value) => {
    if (!isNumber(value)) return
    count++
    const distance = value - mean
    mean += distance / count
    squares += distance * (value - mean)
  }
  return { add, result: () => (count <= Number(ofSample) ? null : Math.sqrt(squares / (count - Number(ofSample)))) }
}

export const ACCUMULATORS: Readonly<Record<string, () => Accumulator>> = {
  $sum, $avg, $first, $last, $push, $addToSet, $mergeObjects,
  $min: extreme((order) => order < 0),
  $max: extreme((order) => order > 0),
  $stdDevPop: deviation(false),
  $stdDevSamp: deviation(true),
}

/** As an expression: over the arguments, or over the elements when the only argument is an array. */
const over = (create: () => Accumulator): Operator => (site) => {
  const operands = operandsOf(site)
  return (frame) => {
    const values = operands.map((operand) => operand(frame))
    const accumulator = create()
    const only = values.length === 1 && isArray(values[0]) ? values[0] : values
    only.forEach(accumulator.add)
    return accumulator.result()
  }
}

export const ACCUMULATING: Operators = Object.fromEntries(
  ['$sum', '$avg', '$min', '$max', '$mergeObjects', '$stdDevPop', '$stdDevSamp'].map((name) => [name, over(ACCUMULATORS[name]!)]),
)

import type { Document, Value } from '../document'
import { compareValues, isInt32, typeName } from '../expression/values'
import { badValue } from '../query/badValue'
import { bucketFields, bucketOptions } from './buckets'
import { openRounder } from './granularity'
import { accumulate, resultOf } from './group'
import { openMeter } from './memory'
import type { CompileStage } from './stage'

type Keyed = { readonly key: Value; readonly document: Document }
type Bucket = { readonly min: Value; readonly max: Value; readonly members: readonly Keyed[] }

function bucketCount(value: Value): number {
  if (typeof value !== 'number') throw badValue(`The $bucketAuto 'buckets' field must be a numeric value, but found type: ${typeName(value)}.`)
  if (!isInt32(value)) throw badValue(`The $bucketAuto 'buckets' field must be representable as a 32-bit integer, but found type: ${typeName(value)}.`)
  if (value <= 0) throw badValue(`The $bucketAuto 'buckets' field must be greater than 0, but found: ${value}.`)
  return value
}

/** Buckets of about the same number of documents; equal keys are never parted. */
function fill(sorted: readonly Keyed[], count: number): Bucket[] {
  const size = Math.max(1, Math.round(sorted.length / count))
  const buckets: Bucket[] = []
  for (let at = 0; at < sorted.length; ) {
    let end = buckets.length === count - 1 ? sorted.length : Math.min(at + size, sorted.length)
    while (end < sorted.length && compareValues(sorted[end]!.key, sorted[end - 1]!.key) === 0) end++
    buckets.push({ min: sorted[at]!.key, max: sorted[Math.min(end, sorted.length - 1)]!.key, members: sorted.slice(at, end) })
    at = end
  }
  return buckets
}

/** Boundaries are moved outwards to round numbers, and take in what lies before them. */
function fillRounded(sorted: readonly Keyed[], count: number, granularity: string): Bucket[] {
  const { up, down } = openRounder(granularity)
  const size = Math.max(1, Math.round(sorted.length / count))
  const buckets: Bucket[] = []
  for (let at = 0; at < sorted.length; ) {
    const isLast = buckets.length === count - 1
    let end = isLast ? sorted.length : Math.min(at + size, sorted.length)
    const max = up(sorted[end - 1]!.key as number)
    while (end < sorted.length && (sorted[end]!.key as number) < max) end++
    buckets.push({ min: buckets.at(-1)?.max ?? down(sorted[at]!.key as number), max, members: sorted.slice(at, end) })
    at = end
  }
  return buckets
}

export const $bucketAuto: CompileStage = (value, { scope }) => {
  const options = bucketOptions('$bucketAuto', value, ['groupBy', 'buckets'], ['output', 'granularity'])
  const { by, fields } = bucketFields('$bucketAuto', options, scope)
  const count = bucketCount(options.buckets)
  const { granularity } = options
  if (granularity !== undefined && typeof granularity !== 'string') throw badValue(`The $bucketAuto 'granularity' field must be a string, but found type: ${typeName(granularity)}.`)
  if (granularity !== undefined) openRounder(granularity)
  const { root, pipeline: { frame } } = scope
  return (documents) => {
    const hold = openMeter('$bucketAuto')
    const keyed = Array.from(documents, (document): Keyed => {
      hold((frame[root] = document))
      const key = by(frame) ?? null
      if (granularity !== undefined && (typeof key !== 'number' || !(key >= 0))) {
        throw badValue(`$bucketAuto can specify a 'granularity' with nonnegative numeric boundaries only, but found a value with type: ${typeName(key)}`)
      }
      return { key, document }
    })
    const sorted = keyed.sort((a, b) => compareValues(a.key, b.key))
    const buckets = granularity === undefined ? fill(sorted, count) : fillRounded(sorted, count, granularity)
    return buckets.map(({ min, max, members }) => {
      const accumulators = fields.map(({ open }) => open())
      for (const { document } of members) {
        frame[root] = document
        accumulate(fields, accumulators, frame, hold)
      }
      return resultOf({ min, max }, fields, accumulators)
    })
  }
}

import type { Collection } from './collection'
import { indexOf } from './plan'
import { select, type FindOptions } from './select'

/** How a query is answered, as plain JSON. */
export type Explanation = {
  /** An index's name, `_id`, several for an `$or`, or null for the whole collection. */
  readonly index: string | null
  /** Keys in hexadecimal, `low` included, `high` not. */
  readonly ranges: readonly { readonly index: string | null; readonly low: string; readonly high: string }[]
  readonly sorted: boolean
  /** The ranges are read side by side, which keeps the order. */
  readonly merged: boolean
  readonly backwards: boolean
  readonly isBounded: boolean
  readonly documentsExamined: number
  readonly returned: number
}

export function explain(collection: Collection, options: FindOptions): Explanation {
  const { plan, examined, found } = select(collection, options)
  return {
    index: indexOf(plan),
    ranges: plan.steps.flatMap(({ index, ranges }) => ranges.map(({ low, high }) => ({ index, low: low.toString('hex'), high: high.toString('hex') }))),
    sorted: plan.sorted,
    merged: plan.steps.some(({ merged }) => merged !== undefined),
    backwards: plan.steps.some(({ backwards }) => backwards),
    isBounded: plan.isBounded,
    documentsExamined: examined,
    returned: found.length,
  }
}

import { pathsIn } from './conditions'
import type { Document } from './document'
import { indexOf, type Plan } from './plan'

export type Operation = 'get' | 'count' | 'update' | 'remove' | 'aggregate'
/** A query, and what it cost: how many documents it looked at and how many it gave. Of the filter only the paths: values may be somebody's own. */
export type Query = {
  readonly collection: string
  readonly operation: Operation
  readonly paths: readonly string[]
  readonly examined: number
  readonly returned: number
  /** Its plan: an index's name, `_id`, several for an `$or`, or null for the whole collection. */
  readonly index: string | null
  /** False when no index told it where to look. */
  readonly isBounded: boolean
}
export type OnQuery = (query: Query) => void

/** What is found by an index looks at little beside what it gives; a page is one longer, and a few stand between. */
export const examinedMax = (returned: number): number => 3 * returned + 50
/** Without an index everything is looked at, also where all of it is given: it grows with the collection. */
const SCANNED_MAX = 1000

/** Looks at much more than it gives, by an index or without one. */
export const isWasteful = ({ examined, returned, isBounded }: Query): boolean => examined > examinedMax(returned) || (!isBounded && examined > SCANNED_MAX)

type How = { readonly plan: Pick<Plan, 'steps' | 'isBounded'>; readonly examined: number; readonly returned: number }

/** Told after every query, so it costs nothing where nobody listens. */
export function tellQuery(onQuery: OnQuery | undefined, { plan, examined, returned }: How, operation: Operation, collection: string, filter: Document = {}): void {
  onQuery?.({ collection, operation, paths: pathsIn(filter), examined, returned, index: indexOf(plan), isBounded: plan.isBounded })
}

import { pathsIn } from './conditions'
import type { Document } from './document'
import type { Plan } from './plan'

export type Operation = 'get' | 'count' | 'update' | 'remove' | 'aggregate'
/** A query that had to look at many documents because no index told it where. Of the filter only the paths: values may be somebody's own. */
export type Scan = { readonly collection: string; readonly operation: Operation; readonly paths: readonly string[]; readonly examined: number; readonly returned: number }
export type OnScan = (scan: Scan) => void

const EXAMINED_MAX = 1000

/** Asked after every query, so it costs nothing where there is nothing to tell. */
export function reportScan(onScan: OnScan | undefined, { plan, examined }: { plan: Plan; examined: number }, operation: Operation, collection: string, filter: Document = {}, returned: number): void {
  if (onScan && examined > EXAMINED_MAX && !plan.isBounded) onScan({ collection, operation, paths: pathsIn(filter), examined, returned })
}

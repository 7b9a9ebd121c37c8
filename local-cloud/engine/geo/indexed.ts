import { encode, type Document, type Value } from '../document'
import { badValue } from '../query/badValue'
import { atPath } from '../query/path'
import { shapeIn, shapeOf } from './shape'

/** Near is asked of a 2dsphere index or of nothing, as in production. */
export function assertGeoIndex(geoPaths: readonly string[], path: string): void {
  if (!geoPaths.includes(path)) throw badValue(`error processing query: planner returned error :: caused by :: unable to find index for $geoNear query (字段 ${path} 没有 2dsphere 索引)`)
}

/** An indexed field holds geometry, an array of geometry, or nothing. */
export function assertGeometry(document: Document, geoPaths: readonly string[]): void {
  for (const path of geoPaths) {
    const look = (value: Value): boolean => {
      assertIndexable(value, document)
      return false
    }
    atPath(path, look, false)(document)
  }
}

function assertIndexable(value: Value, document: Document): void {
  if (value === undefined || value === null || shapeIn(value)) return
  if (Array.isArray(value)) return value.forEach((item) => assertIndexable(item, document))
  try {
    shapeOf(value)
  } catch (error) {
    throw badValue(`Can't extract geo keys: ${encode(document)} ${(error as Error).message}`)
  }
}

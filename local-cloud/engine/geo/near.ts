import { unsupported } from '../../errors'
import { encode, fieldOf, isOperatorObject, isPlainObject, type Document, type Value } from '../document'
import { badValue } from '../query/badValue'
import { atPath } from '../query/path'
import { metresToShape } from './relations'
import { position, shapeIn } from './shape'
import { vectorOf, type Vector } from './sphere'

type NearOperand = { readonly from: Vector; readonly least: number; readonly most: number }
/** What is sought by its distance: the nearest come first. */
export type Near = { readonly path: string; readonly metres: (document: Document) => number }

/** `{$geometry: point, $maxDistance, $minDistance}`; a pair in place of GeoJSON means another unit, and the SDK cannot say it. */
export function nearOperand(name: string, operand: Value): NearOperand {
  if (!isPlainObject(operand) || operand.$geometry === undefined) throw unsupported('坐标对写法', `${name} ${encode(operand)}`)
  const { $geometry, $maxDistance = Infinity, $minDistance = 0, ...others } = operand
  const unknown = Object.keys(others)[0]
  if (unknown !== undefined) throw badValue(`invalid argument in geo near query: ${unknown}`)
  if (!isPlainObject($geometry) || $geometry.type !== 'Point') throw badValue(`${name} requires a point, given ${encode($geometry)}`)
  for (const [key, value] of Object.entries({ $maxDistance, $minDistance })) {
    if (typeof value !== 'number') throw badValue(`${key} must be a number`)
    if (!(value >= 0)) throw badValue(`${key} must be non-negative`)
  }
  return { from: vectorOf(position($geometry.coordinates)), least: $minDistance as number, most: $maxDistance as number }
}

/** From a place to what a field holds; null when that is no geometry. */
export function metresTo(value: Value, from: Vector): number | null {
  const shape = shapeIn(value)
  return shape && metresToShape(from, shape)
}

/** The near condition of a filter, at its top or below `$and`: there can be one. */
export function nearIn(filter: Document): Near | null {
  const found = nearConditions(filter)
  if (found.length > 1) throw badValue('Too many geoNear expressions')
  if (!found[0]) return null
  const { path, from } = found[0]
  return { path, metres: (document) => nearest(document, path, from) }
}

function nearConditions(filter: Document): { path: string; from: Vector }[] {
  return Object.entries(filter).flatMap(([path, condition]) => {
    if (path === '$and' && Array.isArray(condition)) return condition.flatMap((clause) => (isPlainObject(clause) ? nearConditions(clause) : []))
    if (path.startsWith('$') || !isOperatorObject(condition)) return []
    return ['$near', '$nearSphere'].filter((name) => Object.hasOwn(condition, name)).map((name) => ({ path, from: nearOperand(name, fieldOf(condition, name)).from }))
  })
}

function nearest(document: Document, path: string, from: Vector): number {
  let best = Infinity
  // Never satisfied, so that every value at the path is looked at.
  atPath(path, (value) => {
    best = Math.min(best, metresTo(value, from) ?? Infinity)
    return false
  })(document)
  return best
}

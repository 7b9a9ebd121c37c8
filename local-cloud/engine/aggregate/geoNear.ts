import type { Document, Value } from '../document'
import { splitFieldPath } from '../expression/fieldPath'
import { isArray, isObject, typeName } from '../expression/values'
import { metresTo, nearOperand } from '../geo/near'
import type { Vector } from '../geo/sphere'
import { badValue } from '../query/badValue'
import { fieldAt, withField } from './fields'
import type { Source } from './source'
import type { Pipeline } from './stage'

const OPTIONS = ['near', 'distanceField', 'spherical', 'maxDistance', 'minDistance', 'query', 'distanceMultiplier', 'includeLocs', 'key', 'limit', 'num', 'uniqueDocs']

function number(options: Document, name: string, least = 0): number | undefined {
  const value = options[name]
  if (value === undefined) return undefined
  if (typeof value !== 'number') throw badValue(`${name} must be a number, found ${typeName(value)}`)
  if (value < least) throw badValue(`${name} must be nonnegative`)
  return value
}

function path(options: Document, name: string): string[] | undefined {
  const value = options[name]
  if (value === undefined) return undefined
  if (typeof value !== 'string') throw badValue(`$geoNear parameter '${name}' must be of type string but found type: ${typeName(value)}`)
  return splitFieldPath(value)
}

/** The engine's `$nearSphere` finds and sorts; here the distance is written into each document. */
export function compileGeoNear(collection: string, options: Value, source: Source): Pipeline {
  if (!isObject(options)) throw badValue(`$geoNear must be an object, found ${typeName(options)}`)
  for (const name of Object.keys(options)) if (!OPTIONS.includes(name)) throw badValue(`Unknown argument to $geoNear: ${name}`)
  const { near, query = {} } = options
  if (near === undefined) throw badValue('$geoNear requires a near option as an Array or a GeoJSON Point')
  if (!isObject(query)) throw badValue(`'query' must be an object, found ${typeName(query)}`)
  const distanceNames = path(options, 'distanceField')
  if (!distanceNames) throw badValue("$geoNear requires a 'distanceField' option as a String")
  const locationNames = path(options, 'includeLocs')
  const multiplier = number(options, 'distanceMultiplier') ?? 1
  const limit = number(options, 'limit', 1) ?? number(options, 'num', 1) ?? Infinity
  const nearSphere = { ...(isObject(near) && { $geometry: near }), $maxDistance: number(options, 'maxDistance') ?? Infinity, $minDistance: number(options, 'minDistance') ?? 0 }
  const { from } = nearOperand('$geoNear', nearSphere)
  const key = keyOf(collection, path(options, 'key')?.join('.'), source)
  const keyNames = key.split('.')
  const filter = { $and: [{ [key]: { $nearSphere: nearSphere } }, query] }
  return function* () {
    for (const document of source.find(collection, { filter, limit })) {
      const { location, metres } = nearest(fieldAt(document, keyNames), from)
      const measured = withField(document, distanceNames, metres * multiplier)
      yield locationNames ? withField(measured, locationNames, location) : measured
    }
  }
}

function keyOf(collection: string, given: string | undefined, source: Source): string {
  const keys = source.geoPaths(collection)
  if (given !== undefined) return given
  if (keys.length === 1) return keys[0]!
  throw badValue(keys.length === 0 ? '$geoNear requires a 2d or 2dsphere index, but none were found' : `There is more than one 2dsphere index on ${collection}; unsure which to use for $geoNear`)
}

/** Of several places in an array the nearest one counts. */
function nearest(value: Value, from: Vector): { location: Value; metres: number } {
  const places = isArray(value) && value.some((item) => typeof item !== 'number') ? value : [value]
  const measured = places.map((location) => ({ location, metres: metresTo(location, from) ?? Infinity }))
  return measured.reduce((best, each) => (each.metres < best.metres ? each : best))
}

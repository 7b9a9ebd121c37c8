import { encode, isPlainObject, type Value } from '../document'
import { badValue } from '../query/badValue'
import type { ValueTest } from '../query/path'
import { isPosition, type Position } from './position'

type Pair = readonly [x: number, y: number]
type Flat = (pair: Pair) => boolean

const pair = (value: Value): Pair => {
  if (!Array.isArray(value) || value.length !== 2 || value.some((part) => typeof part !== 'number')) throw badValue(`Point must be an array of two numbers: ${encode(value)}`)
  return value as unknown as Pair
}

function pairs(name: string, value: Value, least: number): Pair[] {
  if (!Array.isArray(value) || value.length < least) throw badValue(`${name} must have at least ${least} points: ${encode(value)}`)
  return value.map(pair)
}

/** The old shapes: their edges are straight on the map, not on the globe, and they find points only. */
const SHAPES: Readonly<Record<string, (given: Value) => Flat>> = {
  $box: (given) => {
    const [[x1, y1], [x2, y2]] = pairs('$box', given, 2) as [Pair, Pair]
    return ([x, y]) => x >= Math.min(x1, x2) && x <= Math.max(x1, x2) && y >= Math.min(y1, y2) && y <= Math.max(y1, y2)
  },
  $polygon: (given) => {
    const corners = pairs('$polygon', given, 3)
    return ([x, y]) =>
      corners.reduce((isIn, [x1, y1], i) => {
        const [x2, y2] = corners[(i + 1) % corners.length]!
        return y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1 ? !isIn : isIn
      }, false)
  },
  $center: (given) => {
    if (!Array.isArray(given) || given.length !== 2) throw badValue('$center has to be an array of a point and a radius')
    const [[cx, cy], radius] = [pair(given[0]), given[1] as Value]
    if (typeof radius !== 'number' || !(radius >= 0)) throw badValue('radius must be a non-negative number')
    return ([x, y]) => Math.hypot(x - cx, y - cy) <= radius
  },
}

/** A GeoJSON Point or MultiPoint, a pair `[lng, lat]` or `{lng, lat}`. */
function pointsOf(value: Value): readonly Position[] {
  if (isPosition(value)) return [value]
  if (!isPlainObject(value)) return []
  const given: Value = value.type === 'MultiPoint' ? value.coordinates : [value.type === 'Point' ? value.coordinates : Object.values(value)]
  return Array.isArray(given) ? given.filter(isPosition) : []
}

export const isFlat = (name: string): boolean => Object.hasOwn(SHAPES, name)

export function flatTest(name: string, given: Value): ValueTest {
  const isIn = SHAPES[name]!(given)
  return (value) => pointsOf(value).some(isIn)
}

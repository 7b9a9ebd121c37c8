import { unsupported } from '../../errors'
import { encode, isOperatorObject, isPlainObject, type Document, type Value } from '../document'
import { badValue } from '../query/badValue'
import type { ValueTest } from '../query/path'
import { flatTest, isFlat } from './flat'
import { nearOperand, metresTo } from './near'
import { intersects, isWithin, isWithinCircle } from './relations'
import { position, shapeIn, shapeOf } from './shape'
import { vectorOf } from './sphere'

export const isNear = (name: string): boolean => name === '$near' || name === '$nearSphere'
export const isGeoOperator = (name: string): boolean => isNear(name) || name === '$geoWithin' || name === '$geoIntersects'

export function geoTest(name: string, operand: Value): ValueTest {
  if (isNear(name)) return isBetweenDistances(name, operand)
  if (!isPlainObject(operand) || Object.keys(operand).length !== 1) throw badValue(`geo query doesn't have any geometry: ${name}: ${encode(operand)}`)
  return name === '$geoWithin' ? isInside(operand) : meets(operand)
}

function isBetweenDistances(name: string, operand: Value): ValueTest {
  const { from, least, most } = nearOperand(name, operand)
  return (value) => {
    const metres = metresTo(value, from)
    return metres !== null && metres >= least && metres <= most
  }
}

function meets(operand: Document): ValueTest {
  if (!('$geometry' in operand)) throw badValue(`$geoIntersects not supported with provided geometry: ${encode(operand)}`)
  const sought = shapeOf(operand.$geometry)
  return (value) => {
    const shape = shapeIn(value)
    return shape !== null && intersects(shape, sought)
  }
}

function isInside(operand: Document): ValueTest {
  const [name, given] = Object.entries(operand)[0]!
  if (isFlat(name)) return flatTest(name, given)
  if (name === '$centerSphere') return isInCircle(given)
  if (name !== '$geometry') throw isOperatorObject(operand) ? unsupported('查询操作符', `$geoWithin ${name}`) : badValue(`unknown geo specifier: ${encode(operand)}`)
  const { polygons } = shapeOf(given)
  if (polygons.length === 0) throw badValue(`$geoWithin not supported with provided geometry: ${encode(operand)}`)
  return (value) => {
    const shape = shapeIn(value)
    return shape !== null && isWithin(shape, polygons)
  }
}

function isInCircle(given: Value): ValueTest {
  if (!Array.isArray(given) || given.length !== 2) throw badValue('$centerSphere has to be an array of a point and a radius')
  const [centre, radians] = [vectorOf(position(given[0])), given[1] as Value]
  if (typeof radians !== 'number' || !(radians >= 0)) throw badValue('radius must be a non-negative number')
  return (value) => {
    const shape = shapeIn(value)
    return shape !== null && isWithinCircle(shape, centre, radians)
  }
}

import { unsupported } from '../../errors'
import { encode, isPlainObject, type Value } from '../document'
import { badValue } from '../query/badValue'
import { isPosition, type Position } from './position'
import { edgesOf, isCrossing, vectorOf, type Edge, type Ring, type Vector } from './sphere'

/** Outer ring first, then the holes. */
export type Polygon = { readonly outer: Ring; readonly holes: readonly Ring[] }
/** `places` are all its corners too. */
export type Shape = { readonly places: readonly Vector[]; readonly edges: readonly Edge[]; readonly polygons: readonly Polygon[] }

const NOTHING: Shape = { places: [], edges: [], polygons: [] }
const together = (shapes: readonly Shape[]): Shape => ({ places: shapes.flatMap(({ places }) => places), edges: shapes.flatMap(({ edges }) => edges), polygons: shapes.flatMap(({ polygons }) => polygons) })

/** GeoJSON as a request or an indexed field gives it: what is wrong with it is an error. */
export function shapeOf(geometry: Value): Shape {
  if (!isPlainObject(geometry)) throw badValue(`geometry must be a GeoJSON object: ${encode(geometry)}`)
  if (geometry.crs !== undefined) throw unsupported('坐标系', 'crs')
  const { type, coordinates } = geometry
  switch (type) {
    case 'Point':
      return point(coordinates)
    case 'LineString':
      return line(coordinates)
    case 'Polygon':
      return polygon(coordinates)
    case 'MultiPoint':
      return together(list(coordinates, type).map(point))
    case 'MultiLineString':
      return together(list(coordinates, type).map(line))
    case 'MultiPolygon':
      return together(list(coordinates, type).map(polygon))
    case 'GeometryCollection':
      return together(list(geometry.geometries, type).map(shapeOf))
    default:
      throw badValue(`unknown GeoJSON type: ${encode(geometry)}`)
  }
}

/** What a document's field holds, GeoJSON or a pair; null when it is no geometry, which in a query is simply not found. */
export function shapeIn(value: Value): Shape | null {
  if (isPosition(value)) return point(value)
  if (!isPlainObject(value)) return null
  if (typeof value.type !== 'string') return isPosition(Object.values(value)) ? point(Object.values(value)) : null
  try {
    return shapeOf(value)
  } catch {
    return null
  }
}

function list(coordinates: Value, type: string): readonly Value[] {
  if (!Array.isArray(coordinates) || coordinates.length === 0) throw badValue(`${type} coordinates must have at least 1 element: ${encode(coordinates)}`)
  return coordinates
}

export function position(value: Value): Position {
  if (!Array.isArray(value) || value.length < 2) throw badValue(`Point must be an array of two numbers, longitude first: ${encode(value)}`)
  if (value.some((part) => typeof part !== 'number' || Number.isNaN(part))) throw badValue(`Point must only contain numeric elements: ${encode(value)}`)
  if (!isPosition(value)) throw badValue(`longitude/latitude is out of bounds, lng: ${String(value[0])} lat: ${String(value[1])}`)
  return value
}

const point = (coordinates: Value): Shape => ({ ...NOTHING, places: [vectorOf(position(coordinates))] })

function line(coordinates: Value): Shape {
  const places = list(coordinates, 'LineString').map((each) => vectorOf(position(each)))
  if (places.length < 2) throw badValue(`GeoJSON LineString must have at least 2 vertices: ${encode(coordinates)}`)
  return { places, edges: edgesOf(places), polygons: [] }
}

function polygon(coordinates: Value): Shape {
  if (!Array.isArray(coordinates) || coordinates.length === 0) throw badValue(`Polygon has no loops. ${encode(coordinates)}`)
  const [outer, ...holes] = coordinates.map(ring)
  const rings = [outer!, ...holes]
  return { places: rings.flat(), edges: rings.flatMap(edgesOf), polygons: [{ outer: outer!, holes }] }
}

function ring(coordinates: Value): Ring {
  const positions = list(coordinates, 'Polygon').map(position)
  const [first, last] = [positions[0]!, positions.at(-1)!]
  if (first[0] !== last[0] || first[1] !== last[1]) throw badValue(`Loop is not closed: ${encode(coordinates)}`)
  if (new Set(positions.map(([lng, lat]) => `${lng},${lat}`)).size < 3) throw badValue(`Loop must have at least 3 different vertices: ${encode(coordinates)}`)
  const corners = positions.map(vectorOf)
  const edges = edgesOf(corners)
  const crossing = edges.findIndex((edge, i) => edges.slice(i + 2).some((other) => isCrossing(edge, other)))
  if (crossing >= 0) throw badValue(`Loop is not valid: Edge ${crossing} crosses another one: ${encode(coordinates)}`)
  return corners
}

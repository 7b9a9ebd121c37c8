import { type Polygon, type Shape } from './shape'
import { angleToEdge, angleBetween, edgesOf, isCrossing, isInRing, isOnEdge, isOnRing, isSamePlace, middleOf, metresOf, type Vector } from './sphere'

/** The edge belongs to the polygon, the edge of a hole too. */
const isInPolygon = (place: Vector, { outer, holes }: Polygon): boolean => isInRing(place, outer) && !holes.some((hole) => isInRing(place, hole) && !isOnRing(place, hole))

const covers = (shape: Shape, place: Vector): boolean =>
  shape.polygons.some((polygon) => isInPolygon(place, polygon)) || shape.edges.some((edge) => isOnEdge(place, edge)) || shape.places.some((each) => isSamePlace(each, place))

/** They have at least one place in common. */
export const intersects = (a: Shape, b: Shape): boolean =>
  a.places.some((place) => covers(b, place)) || b.places.some((place) => covers(a, place)) || a.edges.some((edge) => b.edges.some((other) => isCrossing(edge, other)))

/** Every place of the shape lies in the polygon: its corners and edges do, and no hole of the polygon lies within the shape. */
function isWithinPolygon(shape: Shape, polygon: Polygon): boolean {
  const borders = [polygon.outer, ...polygon.holes].flatMap(edgesOf)
  return (
    shape.places.every((place) => isInPolygon(place, polygon)) &&
    shape.edges.every((edge) => isInPolygon(middleOf(edge), polygon) && !borders.some((border) => isCrossing(edge, border))) &&
    !shape.polygons.some((own) => polygon.holes.some((hole) => hole.some((corner) => isInPolygon(corner, own) && !isOnRing(corner, own.outer))))
  )
}

/** Within one of the polygons, as a whole. */
export const isWithin = (shape: Shape, polygons: readonly Polygon[]): boolean => polygons.some((polygon) => isWithinPolygon(shape, polygon))

/** Within a circle on the sphere, which bulges outwards everywhere: its corners decide. */
export const isWithinCircle = (shape: Shape, centre: Vector, radians: number): boolean => shape.places.every((place) => angleBetween(centre, place) <= radians)

/** From a place to the nearest one of the shape. */
export function metresToShape(from: Vector, shape: Shape): number {
  if (shape.polygons.some((polygon) => isInPolygon(from, polygon))) return 0
  return metresOf(Math.min(...shape.places.map((place) => angleBetween(from, place)), ...shape.edges.map((edge) => angleToEdge(from, edge))))
}

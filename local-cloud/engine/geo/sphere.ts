import type { Position } from './position'

/** A place on the sphere as a unit vector: edges are great circles, and the date line and the poles are places like any other. */
export type Vector = readonly [x: number, y: number, z: number]
export type Edge = readonly [Vector, Vector]
export type Ring = readonly Vector[]

/** The equatorial radius, which MongoDB takes for the whole globe. */
const EARTH_RADIUS_METRES = 6378100
/** Six millimetres: nearer places are one. */
const SAME = 1e-9
const RADIANS = Math.PI / 180

export const vectorOf = ([lng, lat]: Position): Vector => [Math.cos(lat * RADIANS) * Math.cos(lng * RADIANS), Math.cos(lat * RADIANS) * Math.sin(lng * RADIANS), Math.sin(lat * RADIANS)]

const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
const cross = (a: Vector, b: Vector): Vector => [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]]
const length = (a: Vector): number => Math.hypot(...a)

export const angleBetween = (a: Vector, b: Vector): number => Math.atan2(length(cross(a, b)), dot(a, b))
export const metresOf = (angle: number): number => angle * EARTH_RADIUS_METRES
export const isSamePlace = (a: Vector, b: Vector): boolean => angleBetween(a, b) <= SAME

export const edgesOf = (line: readonly Vector[]): Edge[] => line.slice(1).map((end, i) => [line[i]!, end])

export function middleOf([a, b]: Edge): Vector {
  const sum: Vector = [a[0] + b[0], a[1] + b[1], a[2] + b[2]]
  const size = length(sum)
  return [sum[0] / size, sum[1] / size, sum[2] / size]
}

/** To the nearest place of the edge: its foot, when that lies between the ends, or the nearer end. */
export function angleToEdge(place: Vector, [a, b]: Edge): number {
  const normal = cross(a, b)
  const size = length(normal)
  const isBetween = size > 0 && dot(cross(a, place), normal) >= 0 && dot(cross(place, b), normal) >= 0
  return isBetween ? Math.abs(Math.asin(Math.max(-1, Math.min(1, dot(normal, place) / size)))) : Math.min(angleBetween(place, a), angleBetween(place, b))
}

export const isOnEdge = (place: Vector, edge: Edge): boolean => angleToEdge(place, edge) <= SAME

/** Two edges that pass through each other; to touch with an end is not to cross. */
export function isCrossing(e: Edge, f: Edge): boolean {
  const [[a, b], [c, d]] = [e, f]
  const [ab, cd] = [cross(a, b), cross(c, d)]
  const [acb, bda, cbd, dac] = [-dot(ab, c), dot(ab, d), -dot(cd, b), dot(cd, a)]
  const crosses = acb * bda > 0 && acb * cbd > 0 && acb * dac > 0
  return crosses && ![a, b].some((end) => isOnEdge(end, f)) && ![c, d].some((end) => isOnEdge(end, e))
}

/**
 * Whether the closed ring goes around the place; the ring itself counts. A ring bounds the smaller of its two sides, and what is
 * wound around on the far side of the globe is told apart by where the ring's middle lies.
 */
export function isInRing(place: Vector, ring: Ring): boolean {
  const edges = edgesOf(ring)
  if (edges.some((edge) => isOnEdge(place, edge))) return true
  const turned = edges.reduce((sum, [a, b]) => sum + Math.atan2(dot(place, cross(a, b)), dot(a, b) - dot(a, place) * dot(b, place)), 0)
  return Math.abs(turned) > Math.PI && dot(place, sumOf(ring)) > 0
}

const sumOf = (ring: Ring): Vector => ring.reduce<Vector>((sum, each) => [sum[0] + each[0], sum[1] + each[1], sum[2] + each[2]], [0, 0, 0])

export const isOnRing = (place: Vector, ring: Ring): boolean => edgesOf(ring).some((edge) => isOnEdge(place, edge))

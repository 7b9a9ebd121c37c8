import type { Value } from '../document'

/** Longitude first, as in GeoJSON. */
export type Position = readonly [longitude: number, latitude: number]

export const isPosition = (value: Value): value is Position =>
  Array.isArray(value) && value.length >= 2 && value.every((part) => typeof part === 'number') && Math.abs(value[0] as number) <= 180 && Math.abs(value[1] as number) <= 90

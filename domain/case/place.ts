/** 位置: where in an estate. A spot (building, gate, garden …) from the estate's list, or coordinates where no spot fits. */
export type Place = {
  readonly spotId?: string
  readonly detail?: string
  readonly location?: { readonly latitude: number; readonly longitude: number }
}

/** Two reports with coordinates only are about the same place within this distance (domain.md section 3: 同一问题). */
const SAME_PLACE_METRES = 30
const METRES_PER_DEGREE = 111_320

/** Flat-earth distance in metres: exact to centimetres at the size of an estate. */
function metresBetween(a: NonNullable<Place['location']>, b: NonNullable<Place['location']>): number {
  const north = (a.latitude - b.latitude) * METRES_PER_DEGREE
  const east = (a.longitude - b.longitude) * METRES_PER_DEGREE * Math.cos((a.latitude * Math.PI) / 180)
  return Math.hypot(north, east)
}

/** Whether nothing proves that these are two places: one is told in words only, or one by its spot and the other on the map. For offering, never for deciding. */
export function mayBeSamePlace(a: Place, b: Place): boolean {
  const isKnown = ({ spotId, location }: Place) => spotId !== undefined || location !== undefined
  if (!isKnown(a) || !isKnown(b)) return true
  return (a.spotId === undefined) !== (b.spotId === undefined) || isSamePlace(a, b)
}

/** Places that may be the same have the same one; null: told in words only, which is the same place as no other. */
export const placeGroup = ({ spotId, location }: Place): string | null => spotId ?? (location ? 'map' : null)

/** 同一位置. A spot is only ever the same as itself; coordinates are compared only where neither side names a spot. */
export function isSamePlace(a: Place, b: Place): boolean {
  if (a.spotId !== undefined || b.spotId !== undefined) return a.spotId === b.spotId
  if (!a.location || !b.location) return false
  return metresBetween(a.location, b.location) <= SAME_PLACE_METRES
}

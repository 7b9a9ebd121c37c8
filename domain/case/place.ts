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

/** How a place is told: by a spot, by coordinates where no spot is named, or in words only. */
export type PlaceKind = 'spot' | 'map' | 'words'
export const placeKind = ({ spotId, location }: Place): PlaceKind => (spotId !== undefined ? 'spot' : location ? 'map' : 'words')

/** The map in squares as high as places are near, so that what is the same lies in the square itself or next to it. */
const SQUARE_DEGREES = SAME_PLACE_METRES / METRES_PER_DEGREE
const squareOf = (degrees: number): number => Math.floor(degrees / SQUARE_DEGREES)
/** Towards the poles squares grow narrow: beyond 78 degrees lies no town. */
const NARROWEST = 0.2
/** For what is lost in rounding. */
const ALLOWANCE = 1.001

/** What an index of places holds of one. */
export function placeKey({ spotId, location }: Place): string {
  if (spotId !== undefined) return `spot:${spotId}`
  return location ? `map:${squareOf(location.latitude)}:${squareOf(location.longitude)}` : 'words'
}

/** All that an index may hold of the same place; nothing where it is told in words only, which is the same place as no other. Not all they find is the same: `isSamePlace` decides. */
export function placeKeys(place: Place): readonly string[] {
  const { spotId, location } = place
  if (spotId !== undefined) return [placeKey(place)]
  if (!location) return []
  const height = SQUARE_DEGREES * ALLOWANCE
  const width = height / Math.max(Math.cos((location.latitude * Math.PI) / 180), NARROWEST)
  const rows = squaresBetween(location.latitude - height, location.latitude + height)
  return rows.flatMap((row) => squaresBetween(location.longitude - width, location.longitude + width).map((column) => `map:${row}:${column}`))
}

const squaresBetween = (from: number, to: number): readonly number[] => Array.from({ length: squareOf(to) - squareOf(from) + 1 }, (_, index) => squareOf(from) + index)

/** 同一位置. A spot is only ever the same as itself; coordinates are compared only where neither side names a spot. */
export function isSamePlace(a: Place, b: Place): boolean {
  if (a.spotId !== undefined || b.spotId !== undefined) return a.spotId === b.spotId
  if (!a.location || !b.location) return false
  return metresBetween(a.location, b.location) <= SAME_PLACE_METRES
}

import type { Document } from '../../../local-cloud/engine/document'
import { describeBehaviours, type Behaviour } from './table'

const point = (lng: number, lat: number) => ({ type: 'Point', coordinates: [lng, lat] })
const box = (west: number, south: number, east: number, north: number) => [[[west, south], [east, south], [east, north], [west, north], [west, south]]]
const polygon = (...rings: number[][][]) => ({ type: 'Polygon', coordinates: rings })
const SQUARE = { type: 'Polygon', coordinates: box(0, 0, 10, 10) }

/** One degree of latitude is 111.3 km. */
const PLACES: Document[] = [
  { _id: 'far', at: point(0, 2) },
  { _id: 'here', at: point(0, 0) },
  { _id: 'near', at: point(0, 1) },
  { _id: 'pair', at: [0, -0.5] },
  { _id: 'none' },
  { _id: 'null', at: null },
]
const places = (...ids: string[]): Document[] => ids.map((id) => PLACES.find(({ _id }) => _id === id)!)
const near = (title: string, find: Document, ids: string[], more: { sort?: Record<string, 1 | -1>; limit?: number; skip?: number } = {}): Behaviour => ({
  title, manual: 'manual: $nearSphere', documents: PLACES, declared: [['at', '2dsphere']], find, ...more, expect: places(...ids),
})
const nearRefused = (title: string, find: Document, error: RegExp, code?: string): Behaviour => ({ title, manual: 'manual: $nearSphere', documents: PLACES, declared: [['at', '2dsphere']], find, error, ...(code && { code }) })
const around = (more: Document = {}) => ({ $nearSphere: { $geometry: point(0, 0), ...more } })

describeBehaviours('what is near', [
  near('the nearest come first, what has no place does not come', { at: around() }, ['here', 'pair', 'near', 'far']),
  near('$maxDistance is in metres', { at: around({ $maxDistance: 111_400 }) }, ['here', 'pair', 'near']),
  near('$minDistance too', { at: around({ $minDistance: 111_300, $maxDistance: 111_400 }) }, ['near']),
  near('other conditions hold besides', { at: around(), _id: { $ne: 'pair' } }, ['here', 'near', 'far']),
  near('a sort of one’s own comes before the distance', { at: around() }, ['far', 'here', 'near', 'pair'], { sort: { _id: 1 } }),
  near('skip and limit count the nearest', { at: around() }, ['pair', 'near'], { skip: 1, limit: 2 }),
  near('$near with GeoJSON says the same', { at: { $near: { $geometry: point(0, 2) } } }, ['far', 'near', 'here', 'pair']),
  near('below $and it is still at the top', { $and: [{ at: around() }, { _id: { $gt: 'k' } }] }, ['pair', 'near']),
  { title: 'the date line divides nothing', manual: 'manual: Geospatial Queries', documents: [{ _id: 1, at: point(178, 0) }, { _id: 2, at: point(-179.5, 0) }], declared: [['at', '2dsphere']], find: { at: { $nearSphere: { $geometry: point(179.5, 0) } } }, expect: [{ _id: 2, at: point(-179.5, 0) }, { _id: 1, at: point(178, 0) }] },
  { title: 'of a line the nearest place counts', manual: 'manual: $nearSphere', documents: [{ _id: 1, at: point(5, 1) }, { _id: 2, at: { type: 'LineString', coordinates: [[0, 0.5], [10, 0.5]] } }], declared: [['at', '2dsphere']], find: { at: { $nearSphere: { $geometry: point(5, 0) } } }, expect: [{ _id: 2, at: { type: 'LineString', coordinates: [[0, 0.5], [10, 0.5]] } }, { _id: 1, at: point(5, 1) }] },
  { title: 'without an index nothing is near', manual: 'manual: $nearSphere: Behavior', documents: PLACES, find: { at: around() }, error: /unable to find index for \$geoNear query/ },
  nearRefused('nor by another field than the one with the index', { elsewhere: around() }, /unable to find index for \$geoNear query/),
  nearRefused('near in $or', { $or: [{ at: around() }, { _id: 'far' }] }, /geo \$near must be top-level expr/),
  nearRefused('near in $nor', { $nor: [{ at: around() }] }, /geo \$near must be top-level expr/),
  nearRefused('two of them', { $and: [{ at: around() }, { at: { $near: { $geometry: point(1, 1) } } }] }, /Too many geoNear expressions/),
  nearRefused('near a polygon', { at: { $nearSphere: { $geometry: SQUARE } } }, /requires a point, given/),
  nearRefused('a place off the globe', { at: { $nearSphere: { $geometry: point(181, 0) } } }, /longitude\/latitude is out of bounds, lng: 181 lat: 0/),
  nearRefused('a latitude off the globe', { at: { $nearSphere: { $geometry: point(0, 91) } } }, /out of bounds, lng: 0 lat: 91/),
  nearRefused('a negative distance', { at: around({ $maxDistance: -1 }) }, /\$maxDistance must be non-negative/),
  nearRefused('a distance in words', { at: around({ $minDistance: 'x' }) }, /\$minDistance must be a number/),
  nearRefused('a pair in place of GeoJSON, whose distances are in radians', { at: { $nearSphere: [0, 0] } }, /\$nearSphere/, 'DATABASE_INVALID_OPERRATOR'),
  { title: 'an indexed field takes geometry only', manual: 'manual: 2dsphere Indexes', documents: [{ _id: 1, at: 'Suzhou' }], declared: [['at', '2dsphere']], find: {}, error: /Can't extract geo keys/ },
  { title: 'and no place off the globe', manual: 'manual: 2dsphere Indexes', documents: [{ _id: 1, at: point(200, 0) }], declared: [['at', '2dsphere']], find: {}, error: /Can't extract geo keys.*out of bounds/ },
])

const SHAPES: Document[] = [
  { _id: 'inside', at: point(5, 5) },
  { _id: 'outside', at: point(15, 5) },
  { _id: 'pair', at: [1, 1] },
  { _id: 'line in', at: { type: 'LineString', coordinates: [[1, 1], [9, 9]] } },
  { _id: 'line across', at: { type: 'LineString', coordinates: [[-5, 5], [15, 5]] } },
  { _id: 'line beside', at: { type: 'LineString', coordinates: [[-5, 5], [-5, 15]] } },
  { _id: 'small', at: { type: 'Polygon', coordinates: box(2, 2, 4, 4) } },
  { _id: 'over the edge', at: { type: 'Polygon', coordinates: box(8, 8, 12, 12) } },
  { _id: 'around', at: { type: 'Polygon', coordinates: box(-20, -20, 20, 20) } },
  { _id: 'points', at: { type: 'MultiPoint', coordinates: [[5, 5], [50, 50]] } },
  { _id: 'none' },
]
const found = (title: string, manual: string, find: Document, ...ids: string[]): Behaviour => ({ title, manual: `manual: ${manual}`, documents: SHAPES, find, expect: SHAPES.filter(({ _id }) => ids.includes(_id as string)) })
const refused = (title: string, manual: string, find: Document, error: RegExp): Behaviour => ({ title, manual: `manual: ${manual}`, documents: SHAPES, find, error })
const touching = (geometry: Document) => ({ at: { $geoIntersects: { $geometry: geometry } } })

describeBehaviours('what lies within and what has places in common', [
  found('$geoWithin finds what lies wholly in the polygon', '$geoWithin', { at: { $geoWithin: { $geometry: SQUARE } } }, 'inside', 'pair', 'line in', 'small'),
  found('a hole is not within', '$geoWithin: Polygon with Multiple Rings', { at: { $geoWithin: { $geometry: polygon(box(0, 0, 10, 10)[0]!, box(4.5, 4.5, 5.5, 5.5)[0]!) } } }, 'pair', 'small'),
  found('one of several polygons is enough', '$geoWithin', { at: { $geoWithin: { $geometry: { type: 'MultiPolygon', coordinates: [box(0, 0, 2, 2), box(14, 4, 16, 6)] } } } }, 'pair', 'outside'),
  found('$centerSphere is a circle on the globe, its radius an angle', '$centerSphere', { at: { $geoWithin: { $centerSphere: [[5, 5], 0.11] } } }, 'inside', 'pair', 'line in', 'small'),
  found('$box is flat and finds points only', '$box', { at: { $geoWithin: { $box: [[0, 0], [10, 10]] } } }, 'inside', 'pair', 'points'),
  found('$polygon is flat', '$polygon', { at: { $geoWithin: { $polygon: [[0, 0], [2, 0], [0, 2.5]] } } }, 'pair'),
  found('$center is flat', '$center', { at: { $geoWithin: { $center: [[15, 5], 1] } } }, 'outside'),
  found('$geoIntersects finds what has a place in common with a polygon', '$geoIntersects', touching(SQUARE), 'inside', 'pair', 'line in', 'line across', 'small', 'over the edge', 'around', 'points'),
  found('with a point', '$geoIntersects', touching(point(5, 5)), 'inside', 'around', 'points'),
  found('with a line that crosses', '$geoIntersects', touching({ type: 'LineString', coordinates: [[-10, 12], [-1, 10]] }), 'line beside', 'around'),
  found('with one of several lines', '$geoIntersects', touching({ type: 'MultiLineString', coordinates: [[[40, 40], [41, 41]], [[14, 5], [16, 5]]] }), 'line across', 'around'),
  found('with one of several points', '$geoIntersects', touching({ type: 'MultiPoint', coordinates: [[3, 3], [60, 60]] }), 'small', 'around'),
  { title: 'a polygon may lie over the date line', manual: 'manual: $geoWithin', documents: [{ _id: 1, at: point(-179, 0) }, { _id: 2, at: point(0, 0) }], find: { at: { $geoWithin: { $geometry: polygon([[175, -5], [-175, -5], [-175, 5], [175, 5], [175, -5]]) } } }, expect: [{ _id: 1, at: point(-179, 0) }] },
  { title: 'geometry in an array of a document', manual: 'manual: $geoIntersects', documents: [{ _id: 1, stops: [{ at: point(50, 50) }, { at: point(5, 5) }] }, { _id: 2, stops: [{ at: point(50, 50) }] }], find: { 'stops.at': { $geoWithin: { $geometry: SQUARE } } }, expect: [{ _id: 1, stops: [{ at: point(50, 50) }, { at: point(5, 5) }] }] },
  { title: 'a bulge of a great circle: the parallel of 60° between 60° west and east is not the edge', manual: 'manual: GeoJSON Objects', documents: [{ _id: 'on the parallel', at: point(0, 65) }, { _id: 'further north', at: point(0, 76) }], find: { at: { $geoWithin: { $geometry: polygon([[-60, 60], [60, 60], [60, 80], [-60, 80], [-60, 60]]) } } }, expect: [{ _id: 'further north', at: point(0, 76) }] },
  refused('a ring that is open', '$geoWithin', { at: { $geoWithin: { $geometry: polygon([[0, 0], [1, 0], [1, 1]]) } } }, /Loop is not closed/),
  refused('a ring of two corners', '$geoWithin', { at: { $geoWithin: { $geometry: polygon([[0, 0], [1, 0], [0, 0]]) } } }, /Loop must have at least 3 different vertices/),
  refused('a ring that crosses itself', '$geoWithin', { at: { $geoWithin: { $geometry: polygon([[0, 0], [10, 10], [10, 0], [0, 10], [0, 0]]) } } }, /Loop is not valid: Edge 0 crosses/),
  refused('a line of one place', '$geoIntersects', touching({ type: 'LineString', coordinates: [[0, 0]] }), /must have at least 2 vertices/),
  refused('an unknown type', '$geoIntersects', touching({ type: 'Circle', coordinates: [0, 0] }), /unknown GeoJSON type/),
  refused('within a point', '$geoWithin', { at: { $geoWithin: { $geometry: point(0, 0) } } }, /\$geoWithin not supported with provided geometry/),
  refused('coordinates off the globe', '$geoIntersects', touching(point(0, -91)), /out of bounds/),
  refused('a negative radius', '$centerSphere', { at: { $geoWithin: { $centerSphere: [[0, 0], -1] } } }, /radius must be a non-negative number/),
  refused('nothing at all', '$geoWithin', { at: { $geoWithin: {} } }, /doesn't have any geometry/),
])

import type { Document } from '../../../local-cloud/engine/document'
import { describeBehaviours, type Behaviour } from './table'

const FOREIGN: readonly Document[] = [{ _id: 'a', f: 1 }, { _id: 'b', f: 2 }, { _id: 'c', f: null }, { _id: 'd' }, { _id: 'e', f: [1, 9] }, { _id: 'f', f: { x: 1, y: 2 } }]

/** An index on the foreign field must not change what is joined. */
const lookup = (title: string, page: string, documents: readonly Document[], stage: Document, expect: readonly Document[]): Behaviour => ({
  title, manual: `manual: ${page}`, documents, others: { foreign: FOREIGN }, index: [['f', 1]], aggregate: [{ $lookup: { from: 'foreign', as: 'found', ...stage } }, { $addFields: { found: '$found._id' } }], expect,
})

const byField = { localField: 'l', foreignField: 'f' }
const byPipeline = (match: Document, stage: Document = {}) => ({ ...stage, pipeline: [{ $match: match }] })

describeBehaviours('$lookup by fields', [
  lookup('a value is joined with the same value and with arrays that have it', '$lookup: Equality Match', [{ _id: 1, l: 1 }], byField, [{ _id: 1, l: 1, found: ['a', 'e'] }]),
  lookup('what is missing is joined with null and with missing', '$lookup: localField', [{ _id: 1 }], byField, [{ _id: 1, found: ['c', 'd'] }]),
  lookup('null is too', '$lookup: foreignField', [{ _id: 1, l: null }], byField, [{ _id: 1, l: null, found: ['c', 'd'] }]),
  lookup('an array is joined by its elements', '$lookup: Use $lookup with an Array', [{ _id: 1, l: [2, 9, 77] }], byField, [{ _id: 1, l: [2, 9, 77], found: ['b', 'e'] }]),
  lookup('objects are joined when their keys stand in the same order', '$lookup; Comparison/Sort Order', [{ _id: 1, l: { x: 1, y: 2 } }, { _id: 2, l: { y: 2, x: 1 } }], byField, [{ _id: 1, l: { x: 1, y: 2 }, found: ['f'] }, { _id: 2, l: { y: 2, x: 1 }, found: [] }]),
  lookup('a path goes through arrays of objects', '$lookup', [{ _id: 1, l: [{ k: 2 }, { k: 9 }, 5] }], { localField: 'l.k', foreignField: 'f' }, [{ _id: 1, l: [{ k: 2 }, { k: 9 }, 5], found: ['b', 'e'] }]),
  lookup('and on the other side too', '$lookup', [{ _id: 1, l: 1 }], { localField: 'l', foreignField: 'f.x' }, [{ _id: 1, l: 1, found: ['f'] }]),
  lookup('more documents than one portion are all joined', '$lookup', Array.from({ length: 450 }, (_, i) => ({ _id: i, l: i })), byField, Array.from({ length: 450 }, (_, i) => ({ _id: i, l: i, found: i === 1 ? ['a', 'e'] : i === 2 ? ['b'] : i === 9 ? ['e'] : [] }))),
  { title: 'what is found stands at a path, and replaces what stood there', manual: 'manual: $lookup: as', documents: [{ _id: 1, l: 2, o: { found: 'old', z: 1 } }], others: { foreign: FOREIGN }, aggregate: [{ $lookup: { from: 'foreign', ...byField, as: 'o.found' } }], expect: [{ _id: 1, l: 2, o: { found: [{ _id: 'b', f: 2 }], z: 1 } }] },
  { title: 'a collection that does not exist is empty', manual: 'manual: $lookup: from', documents: [{ _id: 1, l: 2 }], aggregate: [{ $lookup: { from: 'nowhere', ...byField, as: 'o' } }], expect: [{ _id: 1, l: 2, o: [] }] },
])

describeBehaviours('$lookup by a pipeline', [
  lookup('variables carry values of the outer document', '$lookup: let', [{ _id: 1, l: 2 }], byPipeline({ $expr: { $eq: ['$f', '$$l'] } }, { let: { l: '$l' } }), [{ _id: 1, l: 2, found: ['b'] }]),
  lookup('in $expr an array is no match for its element', '$lookup; $eq', [{ _id: 1, l: 1 }], byPipeline({ $expr: { $eq: ['$f', '$$l'] } }, { let: { l: '$l' } }), [{ _id: 1, l: 1, found: ['a'] }]),
  lookup('and a missing variable none for null', '$lookup; $eq', [{ _id: 1 }, { _id: 2, l: null }], byPipeline({ $expr: { $eq: ['$f', '$$l'] } }, { let: { l: '$l' } }), [{ _id: 1, found: ['d'] }, { _id: 2, l: null, found: ['c'] }]),
  lookup('conditions of a query and of an expression together', '$lookup', [{ _id: 1, l: 1 }], byPipeline({ f: { $gt: 0 }, $expr: { $and: [{ $gt: ['$f', '$$l'] }, { $ne: ['$_id', 'e'] }] } }, { let: { l: '$l' } }), [{ _id: 1, l: 1, found: ['b'] }]),
  lookup('without variables it is the same for all', '$lookup: Uncorrelated Subquery', [{ _id: 1 }, { _id: 2 }], byPipeline({ f: 2 }), [{ _id: 1, found: ['b'] }, { _id: 2, found: ['b'] }]),
  lookup('fields and a pipeline at once', '$lookup: Concise Correlated Subquery', [{ _id: 1, l: 1 }, { _id: 2, l: 77 }], { ...byField, ...byPipeline({ $expr: { $ne: ['$_id', '$$skip'] } }, { let: { skip: 'a' } }) }, [{ _id: 1, l: 1, found: ['e'] }, { _id: 2, l: 77, found: [] }]),
  { title: '$$ROOT is the foreign document, and variables reach into a lookup within', manual: 'manual: $lookup: let', documents: [{ _id: 1, l: 2 }], others: { foreign: FOREIGN }, aggregate: [{ $lookup: { from: 'foreign', let: { l: '$l' }, pipeline: [{ $match: { $expr: { $eq: ['$f', '$$l'] } } }, { $lookup: { from: 'foreign', let: { f: '$f' }, pipeline: [{ $match: { $expr: { $lt: ['$f', { $add: ['$$l', '$$f'] }] } } }, { $project: { r: '$$ROOT.f', l: '$$l', _id: 0 } }, { $limit: 2 }], as: 'more' } }], as: 'o' } }], expect: [{ _id: 1, l: 2, o: [{ _id: 'b', f: 2, more: [{ r: 1, l: 2 }, { r: 2, l: 2 }] }] }] },
  { title: 'the documents of the first collection are untouched by what the pipeline computes', manual: 'manual: $lookup', documents: [{ _id: 1 }, { _id: 2 }], others: { foreign: [{ _id: 'a', n: 1 }] }, aggregate: [{ $lookup: { from: 'foreign', let: { id: '$_id' }, pipeline: [{ $addFields: { n: { $add: ['$n', '$$id'] } } }], as: 'o' } }], expect: [{ _id: 1, o: [{ _id: 'a', n: 2 }] }, { _id: 2, o: [{ _id: 'a', n: 3 }] }] },
])

const PEOPLE = [{ _id: 1, name: 'a', boss: null }, { _id: 2, name: 'b', boss: 'a' }, { _id: 3, name: 'c', boss: 'b' }, { _id: 4, name: 'd', boss: 'c' }]
const graph = (options: Document): Document[] => [{ $match: { _id: 4 } }, { $graphLookup: { from: 'things', startWith: '$boss', connectFromField: 'boss', connectToField: 'name', as: 'above', ...options } }, { $project: { 'above.name': 1, 'above.depth': 1, _id: 0 } }]
describeBehaviours('$graphLookup', [
  { title: 'follows from document to document', manual: 'manual: $graphLookup', documents: PEOPLE, aggregate: graph({ depthField: 'depth' }), expect: [{ above: [{ name: 'c', depth: 0 }, { name: 'b', depth: 1 }, { name: 'a', depth: 2 }] }] },
  { title: 'as far as it may', manual: 'manual: $graphLookup: maxDepth', documents: PEOPLE, aggregate: graph({ maxDepth: 0 }), expect: [{ above: [{ name: 'c' }] }] },
  { title: 'only through what fits', manual: 'manual: $graphLookup: restrictSearchWithMatch', documents: PEOPLE, aggregate: graph({ restrictSearchWithMatch: { name: { $ne: 'b' } } }), expect: [{ above: [{ name: 'c' }] }] },
  { title: 'in a circle finds each once', manual: 'manual: $graphLookup', documents: [{ _id: 1, name: 'a', boss: 'd' }, ...PEOPLE.slice(1)], aggregate: graph({}), expect: [{ above: [{ name: 'c' }, { name: 'b' }, { name: 'a' }, { name: 'd' }] }] },
])

const at = (lng: number, lat: number) => ({ type: 'Point', coordinates: [lng, lat] })
const PLACES = [{ _id: 'far', town: 'x', loc: at(113, 24) }, { _id: 'near', town: 'x', loc: at(113, 23.001) }, { _id: 'here', town: 'y', loc: at(113, 23) }, { _id: 'nowhere', town: 'x' }]
const geoNear = (title: string, options: Document, rest: readonly Document[], expect: readonly Document[]): Behaviour => ({
  title, manual: 'manual: $geoNear', documents: PLACES, declared: [['loc', '2dsphere']], aggregate: [{ $geoNear: { near: at(113, 23), distanceField: 'how.far', spherical: true, ...options } }, ...rest], expect,
})
const metres = { $project: { _id: 1, m: { $round: '$how.far' } } }
describeBehaviours('$geoNear', [
  geoNear('the nearest come first, with their distance in metres', {}, [metres], [{ _id: 'here', m: 0 }, { _id: 'near', m: 111 }, { _id: 'far', m: 111319 }]),
  geoNear('within bounds', { minDistance: 1, maxDistance: 1000 }, [metres], [{ _id: 'near', m: 111 }]),
  geoNear('that fit a query', { query: { town: 'x' }, key: 'loc' }, [metres], [{ _id: 'near', m: 111 }, { _id: 'far', m: 111319 }]),
  geoNear('in kilometres, with the place that was found', { maxDistance: 1000, distanceMultiplier: 0.001, includeLocs: 'at' }, [{ $project: { _id: 0, at: 1, km: { $round: ['$how.far', 3] } } }], [{ at: at(113, 23), km: 0 }, { at: at(113, 23.001), km: 0.111 }]),
  geoNear('no more than wanted, and other stages follow', { limit: 2 }, [{ $count: 'n' }], [{ n: 2 }]),
])

import type { Document } from '../../../local-cloud/engine/document'
import { describeBehaviours, type Behaviour } from './table'

type Row = { readonly documents?: readonly Document[]; readonly others?: Behaviour['others']; readonly stages: readonly Document[] }
const row = (title: string, page: string, { documents = [], others, stages }: Row, expect: readonly Document[]): Behaviour => ({
  title, manual: `manual: ${page}`, documents, aggregate: stages, expect, ...(others && { others }),
})

const VALUES = [{ _id: 1, k: 'a', v: 3 }, { _id: 2, k: 'a' }, { _id: 3, k: 'b', v: null }, { _id: 4, k: 'b', v: 'x' }, { _id: 5, v: 4 }]
const group = (title: string, accumulators: Document, expect: readonly Document[], documents: readonly Document[] = VALUES) =>
  row(title, '$group', { documents, stages: [{ $group: { _id: '$k', ...accumulators } }] }, expect)

describeBehaviours('$group', [
  row('missing and null are one group, whose _id is null', '$group: _id', { documents: [{ _id: 1 }, { _id: 2, k: null }, { _id: 3, k: 'a' }], stages: [{ $group: { _id: '$k', n: { $sum: 1 } } }] }, [{ _id: null, n: 2 }, { _id: 'a', n: 1 }]),
  row('in an object as _id the missing field stays away', '$group: _id', { documents: [{ _id: 1 }, { _id: 2, k: null }], stages: [{ $group: { _id: { k: '$k' } } }] }, [{ _id: {} }, { _id: { k: null } }]),
  row('objects with another order of keys are other groups', '$group; Comparison/Sort Order', { documents: [{ _id: 1, k: { a: 1, b: 2 } }, { _id: 2, k: { b: 2, a: 1 } }, { _id: 3, k: { a: 1, b: 2 } }], stages: [{ $group: { _id: '$k', n: { $sum: 1 } } }] }, [{ _id: { a: 1, b: 2 }, n: 2 }, { _id: { b: 2, a: 1 }, n: 1 }]),
  row('arrays are groups as a whole, dates by their moment, 1 and "1" apart', '$group', { documents: [{ _id: 1, k: [1] }, { _id: 2, k: [1] }, { _id: 3, k: new Date(5) }, { _id: 4, k: new Date(5) }, { _id: 5, k: 1 }, { _id: 6, k: '1' }], stages: [{ $group: { _id: '$k', n: { $sum: 1 } } }] }, [{ _id: [1], n: 2 }, { _id: new Date(5), n: 2 }, { _id: 1, n: 1 }, { _id: '1', n: 1 }]),
  row('null as _id takes all', '$group', { documents: VALUES, stages: [{ $group: { _id: null, n: { $sum: 1 } } }] }, [{ _id: null, n: 5 }]),
  row('of nothing there is no group', '$group', { stages: [{ $group: { _id: null, n: { $sum: 1 } } }] }, []),
  group('$sum takes numbers only', { v: { $sum: '$v' } }, [{ _id: 'a', v: 3 }, { _id: 'b', v: 0 }, { _id: null, v: 4 }]),
  group('$avg takes numbers only, and is null without any', { v: { $avg: '$v' } }, [{ _id: 'a', v: 3 }, { _id: 'b', v: null }, { _id: null, v: 4 }]),
  group('$min and $max pass over null and missing, and compare types', { low: { $min: '$v' }, high: { $max: '$v' } }, [{ _id: null, low: 3, high: 'x' }], VALUES.map(({ k: _k, ...others }) => others)),
  group('$push leaves the missing out, but not null', { v: { $push: '$v' } }, [{ _id: 'a', v: [3] }, { _id: 'b', v: [null, 'x'] }, { _id: null, v: [4] }]),
  group('$addToSet too, and takes each value once', { v: { $addToSet: '$v' } }, [{ _id: null, v: [1, null, { a: 1, b: 1 }, { b: 1, a: 1 }] }], [{ _id: 1, v: 1 }, { _id: 2, v: null }, { _id: 3 }, { _id: 4, v: 1 }, { _id: 5, v: { a: 1, b: 1 } }, { _id: 6, v: { b: 1, a: 1 } }, { _id: 7, v: { a: 1, b: 1 } }]),
  group('$push of an object has the fields that are there', { v: { $push: { v: '$v', at: '$_id' } } }, [{ _id: 'a', v: [{ v: 3, at: 1 }, { at: 2 }] }], VALUES.slice(0, 2)),
  group('$first and $last of a missing field are null', { first: { $first: '$v' }, last: { $last: '$v' } }, [{ _id: 'a', first: 3, last: null }, { _id: 'b', first: null, last: 'x' }, { _id: null, first: 4, last: 4 }]),
  group('$mergeObjects takes null for nothing', { v: { $mergeObjects: '$o' } }, [{ _id: null, v: { a: 2, b: 1 } }], [{ _id: 1, o: { a: 1, b: 1 } }, { _id: 2, o: null }, { _id: 3, o: { a: 2 } }, { _id: 4 }]),
  group('$stdDevPop and $stdDevSamp', { pop: { $stdDevPop: '$v' }, samp: { $stdDevSamp: '$v' } }, [{ _id: null, pop: 2, samp: 2.309401076758503 }], [{ _id: 1, v: 1 }, { _id: 2, v: 5 }, { _id: 3, v: 'x' }, { _id: 4, v: 1 }, { _id: 5, v: 5 }]),
  group('$stdDevSamp of one is null', { samp: { $stdDevSamp: '$v' }, pop: { $stdDevPop: '$v' } }, [{ _id: null, samp: null, pop: 0 }], [{ _id: 1, v: 7 }]),
  group('tenths add up', { v: { $sum: '$v' } }, [{ _id: null, v: 1 }], Array.from({ length: 10 }, (_, i) => ({ _id: i, v: 0.1 }))),
  row('as an expression $sum goes through the array that is its only argument, and no deeper', '$sum', { documents: [{ _id: 1, a: [1, 2, [3]] }], stages: [{ $project: { _id: 0, one: { $sum: '$a' }, two: { $sum: ['$a', 5] }, max: { $max: '$a' }, avg: { $avg: '$nothing' } } }] }, [{ one: 3, two: 5, max: [3], avg: null }]),
])

const SHAPES = [{ _id: 1, v: 5 }, { _id: 2, v: 'x' }, { _id: 3 }, { _id: 4, v: null }, { _id: 5, v: [9, 1] }, { _id: 6, v: { a: 1 } }, { _id: 7, v: true }, { _id: 8, v: [] }, { _id: 9, v: new Date(0) }, { _id: 10, v: -1 }]
const ids = (...wanted: number[]) => wanted.map((_id) => ({ _id }))

describeBehaviours('$match, $sort, $skip, $limit, $count, $sample', [
  row('$sort goes by type, and by the smallest element upwards', '$sort; Comparison/Sort Order', { documents: SHAPES, stages: [{ $addFields: { on: 1 } }, { $sort: { v: 1, _id: 1 } }, { $project: { _id: 1 } }] }, ids(8, 3, 4, 10, 5, 1, 2, 6, 7, 9)),
  row('and by the greatest downwards', '$sort', { documents: SHAPES, stages: [{ $addFields: { on: 1 } }, { $sort: { v: -1, _id: 1 } }, { $project: { _id: 1 } }] }, ids(9, 7, 6, 2, 5, 1, 10, 3, 4, 8)),
  row('equal ones keep their order', '$sort', { documents: [{ _id: 2, v: 1 }, { _id: 1, v: 1 }, { _id: 3, v: 0 }], stages: [{ $set: { on: 1 } }, { $sort: { v: 1 } }, { $project: { _id: 1 } }] }, ids(3, 2, 1)),
  row('$match takes what a query takes, $expr too', '$match', { documents: SHAPES, stages: [{ $match: { $or: [{ v: { $gt: 4 } }, { $expr: { $eq: ['$_id', 7] } }], _id: { $lt: 8 } } }, { $project: { _id: 1 } }] }, ids(1, 5, 7)),
  row('$match after $limit is another than before', '$match', { documents: SHAPES, stages: [{ $limit: 2 }, { $match: { _id: { $gt: 1 } } }, { $project: { _id: 1 } }] }, ids(2)),
  row('$limit before $skip is another than after', '$skip', { documents: SHAPES, stages: [{ $limit: 3 }, { $skip: 2 }, { $project: { _id: 1 } }] }, ids(3)),
  row('$count counts', '$count', { documents: SHAPES, stages: [{ $match: { v: { $exists: true } } }, { $count: 'n' }] }, [{ n: 9 }]),
  row('$count of nothing is no row', '$count', { documents: SHAPES, stages: [{ $match: { v: 77 } }, { $count: 'n' }] }, []),
  row('$sample larger than the collection gives all of it, once', '$sample', { documents: SHAPES, stages: [{ $sample: { size: 99 } }, { $sort: { _id: 1 } }, { $project: { _id: 1 } }] }, ids(1, 2, 3, 4, 5, 6, 7, 8, 9, 10)),
  row('a pipeline without stages is the collection', 'Aggregation Pipeline', { documents: SHAPES, stages: [] }, SHAPES),
])

const NESTED = [{ _id: 1, z: 1, a: { y: 1, x: 2 }, l: [{ p: 1, q: 2 }, 5, { q: 3 }] }]
const project = (title: string, specification: Document, expect: Document, page = '$project', stage = '$project') => row(title, page, { documents: NESTED, stages: [{ [stage]: specification }] }, [expect])

describeBehaviours('$project, $addFields, $unset, $replaceRoot', [
  project('kept fields stand in the order of the document, after the _id', { l: 1, z: 1 }, { _id: 1, z: 1, l: NESTED[0]!.l }),
  project('computed fields come after them, in the order of the stage', { two: { $literal: 2 }, z: 1, one: '$z', _id: 0 }, { z: 1, two: 2, one: 1 }),
  project('a path into an array keeps the objects in it', { 'l.q': 1, _id: 0 }, { l: [{ q: 2 }, { q: 3 }] }),
  project('nested objects are paths', { a: { x: 1 }, _id: 0 }, { a: { x: 2 } }),
  project('dropping a field in an array of objects', { 'l.q': 0, a: 0 }, { _id: 1, z: 1, l: [{ p: 1 }, 5, {}] }),
  project('dropping the _id alone keeps the rest', { _id: 0 }, { z: 1, a: { y: 1, x: 2 }, l: NESTED[0]!.l }),
  project('a number or a boolean keeps, a text is a value', { z: true, t: 'text', _id: 0 }, { z: 1, t: 'text' }),
  project('an array is computed element by element', { t: ['$z', '$nothing', 3], _id: 0 }, { t: [1, null, 3] }),
  project('what is computed to nothing stays away', { t: '$nothing', _id: 0 }, {}),
  project('a field computed within an array is in each element, and makes objects of the others', { 'l.n': '$z', _id: 0 }, { l: [{ n: 1 }, { n: 1 }, { n: 1 }] }, '$project'),
  project('$addFields replaces in place and adds at the end', { z: 9, n: '$z' }, { _id: 1, z: 9, a: { y: 1, x: 2 }, l: NESTED[0]!.l, n: 1 }, '$addFields', '$addFields'),
  project('$addFields into an object keeps its other fields', { 'a.x': 0, a: { w: 1 } }, { _id: 1, z: 1, a: { y: 1, x: 0, w: 1 }, l: NESTED[0]!.l }, '$addFields: Embedded Documents', '$addFields'),
  project('$addFields into an array does so in each element', { 'l.n': 7 }, { _id: 1, z: 1, a: { y: 1, x: 2 }, l: [{ p: 1, q: 2, n: 7 }, { n: 7 }, { q: 3, n: 7 }] }, '$addFields', '$addFields'),
  project('$addFields with $$REMOVE takes away', { z: '$$REMOVE' }, { _id: 1, a: { y: 1, x: 2 }, l: NESTED[0]!.l }, '$$REMOVE', '$addFields'),
  project('all of $addFields see the document as it was', { z: 5, old: '$z' }, { _id: 1, z: 5, a: { y: 1, x: 2 }, l: NESTED[0]!.l, old: 1 }, '$addFields', '$addFields'),
  row('$unset drops fields', '$unset', { documents: NESTED, stages: [{ $unset: ['l', 'a.y'] }] }, [{ _id: 1, z: 1, a: { x: 2 } }]),
  row('$replaceRoot puts an object in the place of the document', '$replaceRoot', { documents: NESTED, stages: [{ $replaceRoot: { newRoot: { $mergeObjects: [{ x: 0, n: 0 }, '$a'] } } }] }, [{ x: 2, n: 0, y: 1 }]),
  row('$replaceWith is the same', '$replaceWith', { documents: NESTED, stages: [{ $replaceWith: '$a' }] }, [{ y: 1, x: 2 }]),
])

const LISTS = [{ _id: 1, l: [1, 2] }, { _id: 2, l: [] }, { _id: 3 }, { _id: 4, l: null }, { _id: 5, l: 'x' }]
describeBehaviours('$unwind', [
  row('gives one document for each element, for a scalar one, for nothing none', '$unwind', { documents: LISTS, stages: [{ $unwind: '$l' }] }, [{ _id: 1, l: 1 }, { _id: 1, l: 2 }, { _id: 5, l: 'x' }]),
  row('can keep those without elements, of an empty array without the field', '$unwind: preserveNullAndEmptyArrays', { documents: LISTS, stages: [{ $unwind: { path: '$l', preserveNullAndEmptyArrays: true } }] }, [{ _id: 1, l: 1 }, { _id: 1, l: 2 }, { _id: 2 }, { _id: 3 }, { _id: 4, l: null }, { _id: 5, l: 'x' }]),
  row('numbers the elements, and what is none with null', '$unwind: includeArrayIndex', { documents: LISTS, stages: [{ $unwind: { path: '$l', preserveNullAndEmptyArrays: true, includeArrayIndex: 'i' } }] }, [{ _id: 1, l: 1, i: 0 }, { _id: 1, l: 2, i: 1 }, { _id: 2, i: null }, { _id: 3, i: null }, { _id: 4, l: null, i: null }, { _id: 5, l: 'x', i: null }]),
  row('unwinds within an object, and leaves the order of the fields', '$unwind', { documents: [{ _id: 1, a: { l: [1, 2], z: 0 }, e: 1 }], stages: [{ $unwind: '$a.l' }] }, [{ _id: 1, a: { l: 1, z: 0 }, e: 1 }, { _id: 1, a: { l: 2, z: 0 }, e: 1 }]),
  row('twice gives every pair', '$unwind', { documents: [{ _id: 1, a: [1, 2], b: ['x', 'y'] }], stages: [{ $unwind: '$a' }, { $unwind: '$b' }, { $group: { _id: null, n: { $sum: 1 } } }] }, [{ _id: null, n: 4 }]),
])

const PRICES = [{ _id: 1, p: 5 }, { _id: 2, p: 10 }, { _id: 3, p: 19 }, { _id: 4, p: 20 }, { _id: 5 }]
describeBehaviours('$bucket, $bucketAuto, $sortByCount, $facet', [
  row('the lower boundary belongs to a bucket, the upper does not; the rest goes to the default', '$bucket', { documents: PRICES, stages: [{ $bucket: { groupBy: '$p', boundaries: [0, 10, 20], default: 'rest', output: { n: { $sum: 1 }, ids: { $push: '$_id' } } } }] }, [{ _id: 0, n: 1, ids: [1] }, { _id: 10, n: 2, ids: [2, 3] }, { _id: 'rest', n: 2, ids: [4, 5] }]),
  row('empty buckets are not there, and the output is a count by itself', '$bucket', { documents: PRICES.slice(0, 1), stages: [{ $bucket: { groupBy: '$p', boundaries: [0, 10, 20] } }] }, [{ _id: 0, count: 1 }]),
  row('$bucketAuto makes buckets of about the same size', '$bucketAuto', { documents: PRICES.slice(0, 4), stages: [{ $bucketAuto: { groupBy: '$p', buckets: 2 } }] }, [{ _id: { min: 5, max: 19 }, count: 2 }, { _id: { min: 19, max: 20 }, count: 2 }]),
  row('$bucketAuto does not part equal values', '$bucketAuto', { documents: [1, 1, 1, 2].map((p, _id) => ({ _id, p })), stages: [{ $bucketAuto: { groupBy: '$p', buckets: 4 } }] }, [{ _id: { min: 1, max: 2 }, count: 3 }, { _id: { min: 2, max: 2 }, count: 1 }]),
  row('$bucketAuto can have round boundaries', '$bucketAuto: granularity', { documents: [3, 7, 30, 70].map((p, _id) => ({ _id, p })), stages: [{ $bucketAuto: { groupBy: '$p', buckets: 2, granularity: '1-2-5' } }] }, [{ _id: { min: 2, max: 10 }, count: 2 }, { _id: { min: 10, max: 100 }, count: 2 }]),
  row('$bucketAuto by powers of two', '$bucketAuto: granularity', { documents: [3, 7, 30, 70].map((p, _id) => ({ _id, p })), stages: [{ $bucketAuto: { groupBy: '$p', buckets: 2, granularity: 'POWERSOF2' } }] }, [{ _id: { min: 2, max: 8 }, count: 2 }, { _id: { min: 8, max: 128 }, count: 2 }]),
  row('$sortByCount has the most frequent first', '$sortByCount', { documents: [{ _id: 1, t: ['a', 'b'] }, { _id: 2, t: ['b'] }], stages: [{ $unwind: '$t' }, { $sortByCount: '$t' }] }, [{ _id: 'b', count: 2 }, { _id: 'a', count: 1 }]),
  row('$facet gives each pipeline the same documents', '$facet', { documents: PRICES, stages: [{ $match: { p: { $exists: true } } }, { $facet: { all: [{ $count: 'n' }], dear: [{ $match: { p: { $gt: 10 } } }, { $project: { p: 1 } }], none: [{ $match: { p: 99 } }] } }] }, [{ all: [{ n: 4 }], dear: [{ _id: 3, p: 19 }, { _id: 4, p: 20 }], none: [] }]),
  row('$redact decides at each level', '$redact', { documents: [{ _id: 1, open: true, a: { open: false, x: 1 }, l: [{ open: true, y: 1 }, { open: false }, 5] }], stages: [{ $redact: { $cond: ['$open', '$$DESCEND', '$$PRUNE'] } }] }, [{ _id: 1, open: true, l: [{ open: true, y: 1 }, 5] }]),
  row('$unionWith adds another collection', '$unionWith', { documents: [{ _id: 1 }], others: { more: [{ _id: 2, x: 1 }, { _id: 3, x: 2 }] }, stages: [{ $unionWith: { coll: 'more', pipeline: [{ $match: { x: 2 } }] } }, { $unionWith: 'nowhere' }] }, [{ _id: 1 }, { _id: 3, x: 2 }]),
])

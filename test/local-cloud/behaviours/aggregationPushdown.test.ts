import fc from 'fast-check'
import type { Document } from '../../../local-cloud/engine/document'
import type { IndexDefinition } from '../../../local-cloud/engine/indexes'
import { openEngine, type Engine } from '../../../local-cloud/engine/openEngine'
import { isWasteful, type Query } from '../../../local-cloud/engine/queries'

type Keys = IndexDefinition['keys']
type Given = { readonly things: readonly Document[]; readonly others?: readonly Document[]; readonly keys?: Keys; readonly onQuery?: (query: Query) => void }

function withEngine<T>({ things, others = [], keys, onQuery }: Given, work: (engine: Engine) => T): T {
  const index = keys ? [{ name: 'by', keys }] : []
  const engine = openEngine({ file: ':memory:', indexes: { things: index, others: index }, ...(onQuery && { onQuery }) })
  try {
    for (const [name, documents] of Object.entries({ things, others })) {
      engine.createCollection(name)
      if (documents.length) engine.insert(name, documents)
    }
    return work(engine)
  } finally {
    engine.close()
  }
}

const run = (given: Given, stages: readonly Document[]): Document[] =>
  withEngine(given, (engine) => engine.aggregate('things', stages.map((stage) => Object.entries(stage).map(([name, value]) => ({ name, value }))[0]!)))

const scalar = fc.oneof(fc.integer({ min: -2, max: 3 }), fc.constantFrom('', 'a', 'b', null, true, false, 0.5, new Date(0), new Date(9)))
const value = fc.oneof({ weight: 6, arbitrary: scalar }, { weight: 2, arbitrary: fc.array(scalar, { maxLength: 3 }) }, { weight: 1, arbitrary: fc.record({ x: scalar, y: scalar }, { requiredKeys: [] }) })
const documents = fc.array(fc.record({ a: value, b: value, c: scalar }, { requiredKeys: [] }), { maxLength: 20 }).map((list) => list.map((each, i): Document => ({ _id: i, ...each })))
const field = fc.constantFrom('a', 'b', 'c')
const direction = fc.constantFrom(1 as const, -1 as const)
const condition = fc.oneof(
  fc.tuple(field, scalar).map(([name, wanted]): Document => ({ [name]: wanted })),
  fc.tuple(field, fc.constantFrom('$gt', '$gte', '$lt', '$lte', '$ne'), scalar).map(([name, operator, bound]): Document => ({ [name]: { [operator]: bound } })),
  fc.tuple(field, fc.array(scalar, { maxLength: 3 })).map(([name, $in]): Document => ({ [name]: { $in } })),
  fc.tuple(field, scalar).map(([name, wanted]): Document => ({ $expr: { $eq: [`$${name}`, wanted instanceof Date || typeof wanted !== 'object' ? wanted : null] } })),
  fc.tuple(field, field).map(([left, right]): Document => ({ $expr: { $lt: [`$${left}`, `$${right}`] } })),
)
const match = fc.oneof(condition, fc.array(condition, { minLength: 1, maxLength: 3 }).map(($and): Document => ({ $and })), fc.array(condition, { minLength: 1, maxLength: 2 }).map(($or): Document => ({ $or })))
const keys: fc.Arbitrary<Keys> = fc.uniqueArray(fc.tuple(field, direction), { minLength: 1, maxLength: 1, selector: ([name]) => name })
const stages = fc
  .record({ matches: fc.array(match, { maxLength: 3 }), sort: fc.uniqueArray(fc.tuple(field, direction), { maxLength: 2, selector: ([name]) => name }), skip: fc.option(fc.nat(3)), limit: fc.option(fc.integer({ min: 1, max: 9 })) })
  .map(({ matches, sort, skip, limit }): Document[] => [
    ...matches.map(($match) => ({ $match })),
    // With the _id the order is total, so there is one right answer.
    { $sort: { ...Object.fromEntries(sort), _id: 1 } },
    ...(skip === null ? [] : [{ $skip: skip }]),
    ...(limit === null ? [] : [{ $limit: limit }]),
  ])

/** After this stage nothing can be asked of the engine any more. */
const BARRIER = { $unset: 'nothing' }

describe('what is asked of the engine changes no answer', () => {
  test('$match, $sort, $skip and $limit, with and without an index, and all in memory', () => {
    fc.assert(
      fc.property(documents, stages, keys, (things, pipeline, index) => {
        const expected = run({ things }, [BARRIER, ...pipeline])
        expect(run({ things }, pipeline)).toEqual(expected)
        expect(run({ things, keys: index }, pipeline)).toEqual(expected)
      }),
      { numRuns: 300 },
    )
  })

  test('$lookup by fields finds what a query for each document finds', () => {
    fc.assert(
      fc.property(documents, documents, fc.constantFrom('a', 'a.x', 'b'), fc.constantFrom('a', 'b', 'a.x'), (things, others, localField, foreignField) => {
        const lookup = { $lookup: { from: 'others', localField, foreignField, as: 'found' } }
        const expected = withEngine({ things, others }, (engine) =>
          things.map((each) => ({ ...each, found: engine.find('others', { filter: { [foreignField]: { $in: joined(each, localField) } }, limit: Infinity }) })),
        )
        const sorted = (list: readonly Document[]) => list.map((each) => ({ ...each, found: [...(each.found as Document[])].sort((x, y) => Number(x._id) - Number(y._id)) }))
        for (const index of [undefined, [[foreignField, 1]] as const]) expect(sorted(run({ things, others, ...(index && { keys: index }) }, [lookup]))).toEqual(sorted(expected))
      }),
      { numRuns: 200 },
    )
  })

  test('$lookup by a pipeline is the same with an index', () => {
    fc.assert(
      fc.property(documents, documents, keys, (things, others, index) => {
        const lookup = { $lookup: { from: 'others', let: { v: '$a' }, pipeline: [{ $match: { $expr: { $eq: ['$a', '$$v'] } } }, { $sort: { _id: 1 } }], as: 'found' } }
        expect(run({ things, others, keys: index }, [lookup])).toEqual(run({ things, others }, [lookup]))
      }),
      { numRuns: 150 },
    )
  })
})

/** The documented rule, written down once more: elements of an array, and null where there is nothing. */
function joined(document: Document, path: string): unknown[] {
  const [head, next] = path.split('.') as [string, string?]
  const reached = next === undefined ? [document[head]] : [document[head]].flat().map((each) => (each !== null && typeof each === 'object' && !(each instanceof Date) ? (each as Document)[next] : undefined))
  const values = reached.flat().filter((each) => each !== undefined)
  return values.length ? values : [null]
}

describe('what a pipeline costs', () => {
  const things = Array.from({ length: 3000 }, (_, i): Document => ({ _id: i, a: i % 300 }))
  const scansOf = (given: Omit<Given, 'onQuery'>, pipeline: readonly Document[]): string[] => {
    const scans: string[] = []
    run({ ...given, onQuery: (query) => void (isWasteful(query) && scans.push(`${query.collection} ${query.examined}`)) }, pipeline)
    return scans
  }

  test('a leading $match is found through an index, also one of several, or of an $expr', () => {
    for (const first of [[{ $match: { a: 5 } }], [{ $match: { _id: { $gte: 0 } } }, { $match: { a: 5 } }], [{ $match: { $expr: { $eq: ['$a', 5] } } }]]) {
      expect(scansOf({ things, keys: [['a', 1]] }, [...first, { $count: 'n' }])).toEqual([])
      expect(run({ things, keys: [['a', 1]] }, [...first, { $count: 'n' }])).toEqual([{ n: 10 }])
    }
    expect(scansOf({ things }, [{ $match: { a: 5 } }, { $count: 'n' }])).toEqual(['things 3000'])
  })

  test('$lookup reads the other collection once without an index, and with one only what it needs', () => {
    const lookup = [{ $match: { _id: { $lt: 500 } } }, { $lookup: { from: 'others', localField: 'a', foreignField: 'a', as: 'found' } }, { $count: 'n' }]
    expect(scansOf({ things, others: things }, lookup)).toEqual(['others 3000'])
    expect(scansOf({ things, others: things, keys: [['a', 1]] }, lookup)).toEqual([])
  })

  test('a pipeline in $lookup that needs nothing of the outer document reads once', () => {
    const lookup = (match: Document) => [{ $match: { _id: { $lt: 50 } } }, { $lookup: { from: 'others', let: { a: '$a' }, pipeline: [{ $match: match }, { $limit: 1 }], as: 'found' } }, { $count: 'n' }]
    expect(scansOf({ things, others: things }, lookup({ a: 999 }))).toEqual(['others 3000'])
    expect(scansOf({ things, others: things }, lookup({ $expr: { $eq: ['$a', '$$a'] } }))).toEqual(['others 3000'])
    expect(scansOf({ things, others: things, keys: [['a', 1]] }, lookup({ $expr: { $eq: ['$a', '$$a'] } }))).toEqual([])
  })

  test('what a stage must hold has a limit', () => {
    const large = [{ _id: 1, text: 'x'.repeat(400_000), list: Array.from({ length: 300 }, (_, i) => i) }]
    expect(() => run({ things: large }, [{ $unwind: '$list' }, { $sort: { list: -1 } }])).toThrow(/Sort exceeded memory limit of 104857600 bytes/)
    expect(() => run({ things: large }, [{ $unwind: '$list' }, { $group: { _id: null, all: { $push: '$text' } } }])).toThrow(/Exceeded memory limit for \$group/)
    expect(run({ things: large }, [{ $unwind: '$list' }, { $group: { _id: null, n: { $sum: 1 } } }])).toEqual([{ _id: null, n: 300 }])
  })
})

test('$sample draws each document sooner or later, at each place, and none twice', () => {
  const things = Array.from({ length: 6 }, (_, _id) => ({ _id }))
  const drawn = new Set<string>()
  withEngine({ things }, (engine) => {
    for (let i = 0; i < 400; i++) {
      const ids = engine.aggregate('things', [{ name: '$sample', value: { size: 3 } }]).map(({ _id }) => _id)
      expect(new Set(ids).size).toBe(3)
      ids.forEach((id, place) => drawn.add(`${String(id)} at ${place}`))
    }
  })
  expect(drawn.size).toBe(18)
})

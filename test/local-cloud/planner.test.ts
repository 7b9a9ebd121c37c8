import fc from 'fast-check'
import type { Document, Value } from '../../local-cloud/engine/document'
import type { IndexDefinition } from '../../local-cloud/engine/indexes'
import type { KeyPart } from '../../local-cloud/engine/key'
import { openEngine, type Engine } from '../../local-cloud/engine/openEngine'
import { verify } from '../../local-cloud/engine/verify'

/** With indexes and without: the same documents, in the same order where the order is total. */

const scalar: fc.Arbitrary<Value> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(1, 2) },
  { weight: 3, arbitrary: fc.constantFrom('a', 'ab', 'b') },
  { weight: 2, arbitrary: fc.constantFrom(0, -1, 1.5, 1e9) },
  { weight: 2, arbitrary: fc.constantFrom('', 'abc', 'a.c', '中', '中文', 'a\0b') },
  { weight: 2, arbitrary: fc.constantFrom<Value[]>(null, true, false) },
  { weight: 1, arbitrary: fc.constantFrom(NaN, Infinity, -Infinity) },
  { weight: 1, arbitrary: fc.constantFrom(0, 1, 1e12).map((at) => new Date(at)) },
)
const nested: fc.Arbitrary<Value> = fc.oneof(
  { weight: 8, arbitrary: scalar },
  { weight: 3, arbitrary: fc.record({ x: scalar, y: scalar }, { requiredKeys: [] }) },
)
const value: fc.Arbitrary<Value> = fc.oneof(
  { weight: 8, arbitrary: nested },
  { weight: 2, arbitrary: fc.array(fc.oneof({ weight: 6, arbitrary: nested }, { weight: 1, arbitrary: fc.array(nested, { maxLength: 2 }) }), { maxLength: 3 }) },
)
const documentOf = (each: fc.Arbitrary<Value>): fc.Arbitrary<Document> =>
  fc.oneof({ weight: 3, arbitrary: fc.record({ a: each, b: each, c: each }) }, { weight: 1, arbitrary: fc.record({ a: each, b: each, c: each }, { requiredKeys: [] }) })
/** Half the databases hold no array: only then may an index give both bounds and the order. */
const documents = fc.boolean().chain((withArrays) => fc.array(documentOf(withArrays ? value : nested), { minLength: 10, maxLength: 40, size: 'max' }))

const PATHS = ['a', 'b', 'c', 'a.x', 'b.y'] as const
const path = fc.constantFrom(...PATHS)
const direction = fc.constantFrom(1 as const, -1 as const)
const keys = (maxLength: number): fc.Arbitrary<KeyPart[]> => fc.uniqueArray(fc.tuple(path, direction), { minLength: 1, maxLength, selector: ([each]) => each })
const indexes: fc.Arbitrary<IndexDefinition[]> = fc.array(keys(3), { minLength: 1, maxLength: 3 }).map((all) => all.map((each, i) => ({ name: `index${i}`, keys: each })))

const comparison = fc.oneof(
  scalar,
  fc.record({ $eq: scalar }),
  fc.record({ $in: fc.array(scalar, { minLength: 1, maxLength: 3 }) }),
  fc.dictionary(fc.constantFrom('$gt', '$gte', '$lt', '$lte'), scalar, { minKeys: 1, maxKeys: 3 }),
  fc.constantFrom<Value[]>({ $ne: null }, { $exists: true }, { $exists: false }, { $all: ['a', 1] }, { $all: [2] }, { $elemMatch: { $gte: 0, $lt: 2 } }, { $elemMatch: { x: 1 } }, { $elemMatch: { x: null, y: { $gt: 0 } } }, { $not: { $gt: 1 } }, { $nin: [1, null] }, { $type: 'string' }),
  fc.constantFrom<Value[]>(/^a/, /^ab?/, /^a\.c/, /^a|b/, /^A/i, /^中文*/, /b$/, { $regex: '^ab' }, { $regex: '^A', $options: 'i' }, { $regex: '^b', $options: 'm' }),
)
const fields: fc.Arbitrary<Document> = fc.oneof({ weight: 3, arbitrary: fc.dictionary(path, comparison, { minKeys: 1, maxKeys: 1 }) }, { weight: 2, arbitrary: fc.dictionary(path, comparison, { minKeys: 2, maxKeys: 3 }) })
const filter: fc.Arbitrary<Document> = fc.oneof(
  { weight: 6, arbitrary: fields },
  { weight: 2, arbitrary: fc.array(fields, { minLength: 1, maxLength: 3 }).map(($or): Document => ({ $or })) },
  { weight: 1, arbitrary: fc.tuple(fields, fc.array(fields, { minLength: 1, maxLength: 2 })).map(([first, $or]): Document => ({ $and: [first, { $or }] })) },
  { weight: 1, arbitrary: fc.tuple(fields, fields).map(([first, second]): Document => ({ ...first, $nor: [second] })) },
)

type Sample = { readonly documents: Document[]; readonly indexes: IndexDefinition[]; readonly queries: { filter: Document; sort: KeyPart[] | null; skip: number; limit: number }[]; readonly changes: { id: number; document: Document | null }[] }
const sample: fc.Arbitrary<Sample> = fc.record({
  documents,
  indexes,
  queries: fc.array(fc.record({ filter, sort: fc.option(keys(2)), skip: fc.constantFrom(0, 0, 1, 5), limit: fc.constantFrom(1, 3, 100) }), { minLength: 10, maxLength: 20, size: 'max' }),
  changes: fc.array(fc.record({ id: fc.nat(39), document: fc.option(documentOf(value)) }), { maxLength: 10 }),
})

const open = (indexesOfThings: readonly IndexDefinition[]): Engine => {
  const engine = openEngine({ file: ':memory:', indexes: { things: indexesOfThings } })
  engine.createCollection('things')
  return engine
}
/** What was done, or what was refused: two arrays in one index are. */
const attempt = (work: () => unknown): string => {
  try {
    return JSON.stringify(work())
  } catch (error) {
    return (error as Error).message
  }
}

test('whatever the indexes, a query finds the same documents, and a total order is the same order', () => {
  let [bounded, sortedByIndex, found] = [0, 0, 0]
  fc.assert(
    fc.property(sample, ({ documents: all, indexes: definitions, queries, changes }) => {
      const [indexed, plain] = [open(definitions), open([])]
      try {
        const both = (work: (engine: Engine) => unknown) => {
          const result = attempt(() => work(indexed))
          if (!result.includes('parallel arrays')) expect(attempt(() => work(plain))).toBe(result)
        }
        all.forEach((document, i) => both((engine) => engine.insert('things', [{ _id: i, ...document }])))
        for (const { id, document } of changes) {
          both((engine) => (document ? engine.update('things', { filter: { _id: id }, replacement: document }) : engine.remove('things', { filter: { _id: id } })))
        }
        expect(verify(indexed.sql)).toEqual([])
        for (const { filter: asked, sort, skip, limit } of queries) {
          const total: KeyPart[] = [...(sort ?? []), ['_id', 1]]
          const ids = (engine: Engine, options: object) => engine.find('things', { filter: asked, ...options }).map(({ _id }) => _id as number)
          expect(ids(indexed, { sort: total, skip, limit })).toEqual(ids(plain, { sort: total, skip, limit }))
          const everything = ids(plain, { limit: 100 })
          // In any order, and in the order of the index if it has one.
          expect(ids(indexed, { limit: 100, ...(sort && { sort }) }).sort((a, b) => a - b)).toEqual([...everything].sort((a, b) => a - b))
          expect(indexed.count('things', asked)).toBe(everything.length)
          const { isBounded, sorted } = indexed.explain('things', { filter: asked, ...(sort && { sort }) })
          if (sort && sorted) expect(inOrder(indexed, asked, sort)).toEqual(inOrder(plain, asked, sort))
          bounded += Number(isBounded)
          sortedByIndex += Number(sort !== null && sorted)
          found += everything.length
        }
      } finally {
        indexed.close()
        plain.close()
      }
    }),
    { numRuns: 60 },
  )
  expect([bounded > 100, sortedByIndex > 15, found > 700]).toEqual([true, true, true])
})

/** A list of the town: some fields held by one value or several, the order by those that follow in the index. Few values, so that many are equal; arrays in one field only. */
const few = fc.constantFrom<Value[]>(0, 1, 2, 'a', null)
const row = (inA: fc.Arbitrary<Value>): fc.Arbitrary<Document> => fc.record({ a: inA, b: few, c: few })
const list = fc.record({
  documents: fc.boolean().chain((hasArrays) => fc.array(row(hasArrays ? fc.oneof(few, fc.array(few, { maxLength: 3 })) : few), { minLength: 20, maxLength: 60, size: 'max' })),
  keys: fc.shuffledSubarray(['a', 'b', 'c'], { minLength: 2 }).chain((paths) => fc.tuple(...paths.map((each) => fc.tuple(fc.constant(each), direction)))),
  held: fc.array(fc.oneof({ weight: 1, arbitrary: few }, { weight: 3, arbitrary: fc.array(few, { minLength: 2, maxLength: 4 }).map(($in): Value => ({ $in })) }), { minLength: 1, maxLength: 2 }),
  last: fc.option(fc.dictionary(fc.constantFrom('$gt', '$gte', '$lt', '$lte'), fc.constantFrom<Value>(0, 1, 'a'), { minKeys: 1, maxKeys: 2 })),
  isTurned: fc.boolean(), skip: fc.constantFrom(0, 0, 3), limit: fc.constantFrom(1, 4, 100),
})

test('several values of a field, and the order by the next one: read side by side they come as if all had been sorted', () => {
  let [merged, lessThanAll] = [0, 0]
  fc.assert(
    fc.property(fc.array(list, { minLength: 5, maxLength: 5 }), (lists) => {
      for (const { documents: all, keys: given, held, last, isTurned, skip, limit } of lists) {
        const keysOfIndex: KeyPart[] = [...given, ['_id', 1]]
        const before = keysOfIndex.slice(0, Math.min(held.length, given.length - 1))
        const rest = keysOfIndex.slice(before.length)
        const asked: Document = { ...Object.fromEntries(before.map(([each], i) => [each, held[i]!])), ...(last && rest.length > 1 && { [rest[0]![0]]: last }) }
        const sort = rest.map(([each, way]): KeyPart => [each, isTurned ? (way === 1 ? -1 : 1) : way])
        const [indexed, plain] = [open([{ name: 'by', keys: keysOfIndex }]), open([])]
        try {
          for (const engine of [indexed, plain]) engine.insert('things', all.map((document, i) => ({ _id: i, ...document })))
          const ids = (engine: Engine) => engine.find('things', { filter: asked, sort, skip, limit }).map(({ _id }) => _id)
          expect(ids(indexed)).toEqual(ids(plain))
          const how = indexed.explain('things', { filter: asked, sort, skip, limit })
          merged += Number(how.merged)
          lessThanAll += Number(how.merged && how.documentsExamined < indexed.count('things', asked))
        } finally {
          indexed.close()
          plain.close()
        }
      }
    }),
    { numRuns: 40 },
  )
  expect([merged > 30, lessThanAll > 5]).toEqual([true, true])
})

/** The values sorted by, in their order: ties may stand either way. */
const inOrder = (engine: Engine, filter_: Document, sort: readonly KeyPart[]): unknown[] =>
  engine.find('things', { filter: filter_, sort, limit: 100 }).map((document) => sort.map(([each]) => each.split('.').reduce<Value>((at, part) => (at as Document | null | undefined)?.[part], document) ?? null))

test.each<[string, KeyPart[], Document, Document]>([
  ['each bound is met by another element', [['a', 1]], { a: [1, 9] }, { a: { $gt: 4, $lt: 6 } }],
  ['a nested array has no field', [['a.x', 1]], { a: [{ x: 1 }, [2]] }, { a: { $elemMatch: { x: null } } }],
  ['one element is null, another is not', [['a', 1]], { a: [null, 1] }, { a: null }],
  ['an empty array is something', [['a', 1]], { a: [] }, { a: { $ne: null } }],
  ['another branch of a pattern', [['a', 1]], { a: 'b' }, { a: /^a|b/ }],
  ['a letter that may be missing', [['a', 1]], { a: 'a' }, { a: /^ab?/ }],
  ['an escaped point', [['a', -1]], { a: 'a.c' }, { a: /^a\.c/ }],
  ['a pattern that is stored', [['a', 1]], { a: /^ab/ }, { a: /^ab/ }],
  ['half of the fields in a clause', [['a', 1], ['b', -1]], { a: 1, b: 2, c: 3 }, { a: 1, $or: [{ b: 2 }, { c: 9 }] }],
])('an index does not lose a document: %s', (_, keysOfIndex, document, asked) => {
  const engine = open([{ name: 'by', keys: keysOfIndex }])
  engine.insert('things', [document])
  expect(engine.count('things', asked)).toBe(1)
  engine.close()
})

test('sorting without an index keeps no more than it must, and finds the same as sorting everything', () => {
  const engine = open([])
  engine.insert('things', Array.from({ length: 5000 }, (_, i) => ({ _id: i, n: (i * 7919) % 5003, twice: i % 2 })))
  const numbers = (options: object) => engine.find('things', options).map(({ n }) => n as number)
  const all = numbers({ sort: [['n', -1]], limit: Infinity })
  expect(all).toEqual([...all].sort((a, b) => b - a))
  for (const [skip, limit] of [[0, 1], [0, 20], [10, 20], [990, 20], [4990, 100]] as const) expect(numbers({ sort: [['n', -1]], skip, limit })).toEqual(all.slice(skip, skip + limit))
  // Equal ones come in the order of the disk, whatever was let go of meanwhile.
  expect(engine.find('things', { sort: [['twice', 1]], limit: 3 }).map(({ _id }) => _id)).toEqual([0, 2, 4])
  engine.close()
})

test('that an index holds arrays is known after a restart too, though the first write of one was rolled back', () => {
  const engine = open([{ name: 'by_tag', keys: [['tags', 1]] }])
  expect(() => engine.insert('things', [{ _id: 1, tags: ['a', 'b'] }, { _id: 1 }])).toThrow(/E11000/)
  engine.insert('things', [{ _id: 2, tags: ['a', 'b'] }])
  expect(engine.sql.prepare('SELECT multikey FROM indexes').all([])).toEqual([[2]])
  engine.close()
})

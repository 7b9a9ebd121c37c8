import fc from 'fast-check'
import type { Document } from '../../local-cloud/engine/document'
import type { KeyPart } from '../../local-cloud/engine/key'
import { openEngine, type Engine } from '../../local-cloud/engine/openEngine'

const DAY = 86_400_000
const DOCUMENTS: Document[] = [
  { _id: 'number', v: 5, w: { x: 1 } },
  { _id: 'zero', v: 0 },
  { _id: 'negative', v: -1.5 },
  { _id: 'text', v: '5' },
  { _id: 'null', v: null },
  { _id: 'missing' },
  { _id: 'true', v: true },
  { _id: 'date', v: new Date(DAY) },
  { _id: 'list', v: [1, 5, 'a'] },
  { _id: 'listWithNull', v: [null] },
  { _id: 'emptyList', v: [] },
  { _id: 'object', v: { a: 1, b: 2 } },
  { _id: 'objects', v: [{ a: 1, b: 9 }, { a: 7 }] },
]

const withDocuments = (documents: readonly Document[], indexed: boolean, keys: readonly KeyPart[] = [['v', 1]]): Engine => {
  const engine = openEngine({ file: ':memory:', indexes: indexed ? { things: [{ name: 'by', keys }] } : {} })
  engine.createCollection('things')
  engine.insert('things', documents)
  return engine
}

describe.each([
  ['without an index', false],
  ['through an index', true],
])('what a filter finds, %s', (_name, indexed) => {
  let engine: Engine
  beforeAll(() => (engine = withDocuments(DOCUMENTS, indexed)))
  afterAll(() => engine.close())
  const ids = (filter: Document, sort: KeyPart[] = []) => engine.find('things', { filter, sort }).map(({ _id }) => _id)
  const sorted = (filter: Document) => ids(filter).sort()

  test.each<[string, Document, string[]]>([
    ['a number, also inside a list', { v: 5 }, ['list', 'number']],
    ['a text is not a number', { v: '5' }, ['text']],
    ['null finds what is missing too', { v: null }, ['listWithNull', 'missing', 'null']],
    ['not null finds what is there', { v: { $ne: null } }, ['date', 'emptyList', 'list', 'negative', 'number', 'object', 'objects', 'text', 'true', 'zero']],
    ['exists counts null as there', { v: { $exists: true } }, DOCUMENTS.map(({ _id }) => _id as string).filter((id) => id !== 'missing').sort()],
    ['does not exist', { v: { $exists: false } }, ['missing']],
    ['greater than compares numbers with numbers', { v: { $gt: 0 } }, ['list', 'number']],
    ['at least', { v: { $gte: 0 } }, ['list', 'number', 'zero']],
    ['less than', { v: { $lt: 5 } }, ['list', 'negative', 'zero']],
    ['between', { v: { $gt: -2, $lt: 1 } }, ['negative', 'zero']],
    ['a list may meet each bound with another element', { v: { $gt: 4, $lt: 2 } }, ['list']],
    ['dates compare with dates', { v: { $gte: new Date(0) } }, ['date']],
    ['texts compare with texts', { v: { $gte: '4' } }, ['list', 'text']],
    ['one of', { v: { $in: [0, '5', true] } }, ['text', 'true', 'zero']],
    ['one of, with null', { v: { $in: [null, 0] } }, ['listWithNull', 'missing', 'null', 'zero']],
    ['none of', { v: { $nin: [5, null] } }, ['date', 'emptyList', 'negative', 'object', 'objects', 'text', 'true', 'zero']],
    ['not equal, lists included', { v: { $ne: 5 } }, DOCUMENTS.map(({ _id }) => _id as string).filter((id) => !['number', 'list'].includes(id)).sort()],
    ['a whole list', { v: [1, 5, 'a'] }, ['list']],
    ['a whole object', { v: { a: 1, b: 2 } }, ['object']],
    ['a field of an object, or of objects in a list', { 'v.a': 1 }, ['object', 'objects']],
    ['an element by its place', { 'v.0.a': 1 }, ['objects']],
    ['one element that fits every condition', { v: { $elemMatch: { a: 1, b: 9 } } }, ['objects']],
    ['the length of a list', { v: { $size: 3 } }, ['list']],
    ['all of', { v: { $all: [1, 'a'] } }, ['list']],
    ['a pattern', { v: /^5/ }, ['text']],
    ['not a condition', { v: { $not: { $gt: -10 } }, _id: { $in: ['number', 'null', 'text'] } }, ['null', 'text']],
    ['either', { $or: [{ v: 5 }, { _id: 'zero' }] }, ['list', 'number', 'zero']],
    ['both', { $and: [{ v: { $gte: 0 } }, { v: { $lt: 5 } }] }, ['list', 'zero']],
    ['neither', { $nor: [{ v: { $exists: true } }] }, ['missing']],
  ])('%s', (_title, filter, expected) => expect(sorted(filter)).toEqual(expected))

  test('types sort in the order of the database, the missing with the null', () => {
    expect(ids({}, [['v', 1], ['_id', 1]])).toEqual(['emptyList', 'listWithNull', 'missing', 'null', 'negative', 'zero', 'list', 'number', 'text', 'object', 'objects', 'true', 'date'])
  })

  test('downwards a list stands at its greatest element', () => {
    expect(ids({ _id: { $in: ['list', 'text', 'number'] } }, [['v', -1]])).toEqual(['list', 'text', 'number'])
  })

  test('skip and limit cut after sorting', () => {
    const page = engine.find('things', { filter: { _id: { $gt: 'm' } }, sort: [['_id', -1]], skip: 1, limit: 2 })
    expect(page.map(({ _id }) => _id)).toEqual(['true', 'text'])
  })

  test('an unknown operator is refused by its name', () => {
    expect(() => ids({ v: { $near: 1 } })).toThrow(/\$near/)
    expect(() => ids({ $where: 'true' })).toThrow(/\$where/)
    expect(() => ids({ v: { $not: { $jsonSchema: {} } } })).toThrow(/\$jsonSchema/)
  })
})

describe('projections', () => {
  const engine = withDocuments([{ _id: 'a', n: 1, deep: { x: 1, y: [{ z: 1, q: 2 }] } }], false)
  test.each<[Document, Document]>([
    [{ n: 1 }, { _id: 'a', n: 1 }],
    [{ n: 1, _id: 0 }, { n: 1 }],
    [{ n: 0 }, { _id: 'a', deep: { x: 1, y: [{ z: 1, q: 2 }] } }],
    [{ _id: 0 }, { n: 1, deep: { x: 1, y: [{ z: 1, q: 2 }] } }],
    [{ 'deep.y.z': 1 }, { _id: 'a', deep: { y: [{ z: 1 }] } }],
    [{ 'deep.y.z': 0, n: 0 }, { _id: 'a', deep: { x: 1, y: [{ q: 2 }] } }],
    [{ nothing: 1 }, { _id: 'a' }],
  ])('%j', (projection, expected) => expect(engine.find('things', { projection })).toEqual([expected]))
  test('keeping and dropping do not mix', () => expect(() => engine.find('things', { projection: { n: 1, deep: 0 } })).toThrow(/in inclusion projection/))
})

describe('an index never changes an answer', () => {
  const scalar = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.constantFrom('', 'a', 'ab', 'a\0b', 'b', null, true, false, new Date(0), new Date(5), 0.5, 1e20))
  const value = fc.oneof({ weight: 5, arbitrary: scalar }, { weight: 1, arbitrary: fc.array(scalar, { maxLength: 3 }) })
  const documents = fc.array(fc.record({ a: value, b: scalar, c: scalar }, { requiredKeys: [] }), { maxLength: 25 })
  const condition = fc.oneof(
    scalar.map((each) => each as unknown),
    fc.dictionary(fc.constantFrom('$gt', '$gte', '$lt', '$lte', '$eq', '$ne'), scalar.filter((each) => each !== null), { minKeys: 1, maxKeys: 2 }),
    fc.array(scalar, { minLength: 1, maxLength: 3 }).map(($in) => ({ $in })),
  )
  const filter = fc.oneof(
    fc.dictionary(fc.constantFrom('a', 'b', 'c', '_id'), condition, { maxKeys: 3 }),
    fc.array(fc.dictionary(fc.constantFrom('a', 'b'), condition, { minKeys: 1, maxKeys: 2 }), { minLength: 1, maxLength: 3 }).map(($and) => ({ $and })),
  )
  const direction = fc.constantFrom(1 as const, -1 as const)
  const keys = fc.uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c'), direction), { minLength: 1, maxLength: 3, selector: ([path]) => path })
  const sort = fc.uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c'), direction), { maxLength: 3, selector: ([path]) => path })

  test('the same documents in the same order, whatever the index, filter, sort and page', () => {
    fc.assert(
      fc.property(documents, filter, keys, sort, fc.nat(5), fc.integer({ min: 1, max: 10 }), (given, where, index, order, skip, limit) => {
        const numbered = given.map((document, i) => ({ _id: `id${String(i).padStart(2, '0')}`, ...document }))
        const total: KeyPart[] = [...order, ['_id', 1]]
        const [plain, indexed] = [withDocuments(numbered, false), withDocuments(numbered, true, index)]
        const options = { filter: where as Document, sort: total, skip, limit }
        expect(indexed.find('things', options)).toEqual(plain.find('things', options))
        const loose = { filter: where as Document, sort: order, limit: Infinity }
        const byId = (engine: Engine) => engine.find('things', loose).map(({ _id }) => _id).sort()
        expect(byId(indexed)).toEqual(byId(plain))
        expect(indexed.count('things', where as Document)).toBe(plain.count('things', where as Document))
        plain.close()
        indexed.close()
      }),
      { numRuns: 300 },
    )
  })

  test('pages of thousands are walked to the end, forwards and backwards', () => {
    const engine = withDocuments(Array.from({ length: 3000 }, (_, i) => ({ v: i % 7, n: i })), true, [['v', 1], ['n', 1]])
    for (const way of [1, -1] as const) {
      const found = engine.find('things', { filter: { v: 3 }, sort: [['n', way]], limit: Infinity }).map(({ n }) => n as number)
      expect(found).toHaveLength(429)
      expect(found).toEqual([...found].sort((a, b) => way * (a - b)))
    }
    engine.close()
  })
})

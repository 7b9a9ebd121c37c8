import { openEngine, type Engine } from '../../local-cloud/engine/openEngine'
import { isWasteful, type Query } from '../../local-cloud/engine/queries'

let engine: Engine
let queries: Query[]

beforeEach(() => {
  queries = []
  engine = openEngine({
    file: ':memory:',
    indexes: { things: [{ name: 'by_owner', keys: [['owner', 1], ['at', -1]] }, { name: 'by_tag', keys: [['tags', 1]] }, { name: 'by_name', keys: [['name', 1]] }, { name: 'by_booking', keys: [['bookAt', 1]] }, { name: 'by_tag_and_time', keys: [['tags', 1], ['at', 1]] }] },
    onQuery: (query) => queries.push(query),
  })
  engine.createCollection('things')
  engine.insert('things', Array.from({ length: 1500 }, (_, i) => ({ _id: `t${i}`, owner: i % 10, at: i, tags: [`x${i % 3}`, `y${i % 5}`], name: `name${i}`, plain: i % 4, ...(i % 500 === 0 && { bookAt: i }) })))
})
afterEach(() => engine.close())

const explained = (filter: object, more: object = {}) => engine.explain('things', { filter: filter as never, ...more })

describe('a plan can be asked for', () => {
  test('it is plain JSON, and says what was looked at and what came back', () => {
    const explanation = explained({ owner: 3, at: { $gte: 1000 } }, { sort: [['at', -1]], limit: 5 })
    expect(explanation).toMatchObject({ index: 'by_owner', sorted: true, backwards: false, isBounded: true, documentsExamined: 5, returned: 5 })
    expect(explanation.ranges).toHaveLength(1)
    expect(JSON.parse(JSON.stringify(explanation))).toEqual(explanation)
  })

  test.each([
    ['one document by its _id', { _id: 't7' }, {}, { index: '_id', isBounded: true, documentsExamined: 1, returned: 1 }],
    ['several by their _id', { _id: { $in: ['t7', 't8', 'none'] } }, {}, { index: '_id', documentsExamined: 2, returned: 2 }],
    ['the prefix of an index', { owner: 3 }, { limit: 1000 }, { index: 'by_owner', documentsExamined: 150, returned: 150 }],
    ['an index read backwards', { owner: 3 }, { sort: [['at', 1]], limit: 2 }, { index: 'by_owner', sorted: true, backwards: true, documentsExamined: 2 }],
    ['several owners, the newest of all first', { owner: { $in: [3, 4, 5] } }, { sort: [['at', -1]], limit: 6 }, { index: 'by_owner', sorted: true, merged: true, documentsExamined: 6, returned: 6 }],
    ['several owners, from an instant on', { owner: { $in: [3, 4] }, at: { $lte: 1000 } }, { sort: [['at', -1]], skip: 2, limit: 2 }, { index: 'by_owner', merged: true, documentsExamined: 4 }],
    ['more owners than are read side by side', { owner: { $in: Array.from({ length: 201 }, (_, i) => i) } }, { sort: [['at', -1]], limit: 6 }, { index: 'by_owner', sorted: false, merged: false, documentsExamined: 1500 }],
    ['above a value, without the value itself', { owner: { $gt: 7 } }, { limit: 1000 }, { index: 'by_owner', documentsExamined: 300, returned: 300 }],
    ['below a value, in an index that runs down', { owner: 3, at: { $lt: 1003 } }, { sort: [['at', -1]], limit: 1 }, { documentsExamined: 1, returned: 1 }],
    ['one tag of many, in the order of what is no array', { tags: 'x1' }, { sort: [['at', -1]], limit: 3 }, { index: 'by_tag_and_time', sorted: true, backwards: true, documentsExamined: 3 }],
    ['by the tags themselves, which are arrays', { tags: 'x1' }, { sort: [['tags', 1]], limit: 3 }, { sorted: false, documentsExamined: 500 }],
    ['one tag of many', { tags: 'x1' }, { limit: 1000 }, { index: 'by_tag', documentsExamined: 500, returned: 500 }],
    ['the beginning of a text', { name: /^name149/ }, {}, { index: 'by_name', documentsExamined: 11, returned: 11 }],
    ['the beginning as an operator', { name: { $regex: '^name149\\d' } }, {}, { index: 'by_name', documentsExamined: 11, returned: 10 }],
    ['a pattern that may be anywhere', { name: /149/ }, {}, { index: null, isBounded: false, documentsExamined: 1500 }],
    ['a beginning whose letters may be small or capital', { name: /^NAME149/i }, {}, { index: null, returned: 11 }],
    ['a field that is there', { bookAt: { $ne: null } }, {}, { index: 'by_booking', isBounded: true, documentsExamined: 3, returned: 3 }],
    ['an $or, each side by its own index', { $or: [{ name: 'name1' }, { bookAt: 500 }, { owner: 3, at: 3 }] }, {}, { index: 'by_name | by_booking | by_owner', isBounded: true, documentsExamined: 3, returned: 3 }],
    ['an $or whose sides meet', { $or: [{ name: 'name3' }, { owner: 3, at: 3 }] }, {}, { documentsExamined: 1, returned: 1 }],
    ['an $or that no index serves on one side', { $or: [{ name: 'name1' }, { plain: 2 }] }, { limit: 1000 }, { index: null, isBounded: false, documentsExamined: 1500 }],
    ['an $or beside an equality', { owner: 3, $or: [{ name: 'name3' }, { name: 'name13' }] }, {}, { index: 'by_owner', documentsExamined: 150 }],
    ['no index at all', { plain: 3 }, { sort: [['plain', 1]], limit: 1 }, { index: null, isBounded: false, sorted: false, documentsExamined: 1500, returned: 1 }],
  ])('%s', (_, filter, more, expected) => expect(explained(filter, more)).toMatchObject(expected))
})

const wasteful = () => queries.filter(isWasteful)

describe('of every query it is told how much it looked at and gave', () => {
  test('with the paths it asked by, and never the values', () => {
    engine.find('things', { filter: { plain: 3, $or: [{ secret: 'nobody' }, { 'deep.path': { $gt: 5 } }] }, limit: 5 })
    expect(queries).toEqual([{ collection: 'things', operation: 'get', paths: ['plain', 'secret', 'deep.path'], examined: 1500, returned: 0, index: null, isBounded: false }])
  })

  test.each<[string, () => unknown, Partial<Query>]>([
    ['a document by its id', () => engine.find('things', { filter: { _id: 't7' } }), { operation: 'get', paths: ['_id'], examined: 1, returned: 1, index: '_id', isBounded: true }],
    ['an id that nobody has', () => engine.find('things', { filter: { _id: 'none' } }), { operation: 'get', examined: 0, returned: 0 }],
    ['texts as they go on the wire', () => engine.findTexts('things', { filter: { owner: 3 }, limit: 5 }), { operation: 'get', paths: ['owner'], examined: 5, returned: 5, index: 'by_owner' }],
    ['a count', () => engine.count('things', { owner: 3 }), { operation: 'count', examined: 150, returned: 150 }],
    ['a count of everything', () => engine.count('things'), { operation: 'count', paths: [], examined: 0, returned: 1500 }],
    ['an update of one', () => engine.update('things', { filter: { _id: 't7' }, operations: { $set: { done: true } } }), { operation: 'update', examined: 1, returned: 1 }],
    ['an update of many', () => engine.update('things', { filter: { owner: 3, plain: 3 }, operations: { $set: { done: true } }, multi: true }), { operation: 'update', examined: 150, returned: 75 }],
    ['a removal', () => engine.remove('things', { filter: { owner: 3 } }), { operation: 'remove', examined: 1, returned: 1 }],
    ['an aggregation', () => engine.aggregate('things', [{ name: '$match', value: { owner: 3 } }, { name: '$count', value: 'n' }]), { operation: 'aggregate', examined: 150, returned: 150 }],
    ['an aggregation that stops early', () => engine.aggregate('things', [{ name: '$match', value: { owner: 3 } }, { name: '$limit', value: 2 }]), { operation: 'aggregate', examined: 2, returned: 2 }],
  ])('%s', (_, work, told) => {
    work()
    expect(queries).toEqual([expect.objectContaining({ collection: 'things', ...told })])
  })

  test('also in a transaction, where everything is found by its id', () => {
    const id = engine.begin()
    engine.find('things', { filter: { _id: 't7' } }, id)
    engine.update('things', { filter: { _id: 't8' }, operations: { $set: { done: true } } }, id)
    engine.abort(id)
    expect(queries.map(({ operation, examined, returned }) => [operation, examined, returned])).toEqual([['get', 1, 1], ['update', 1, 1]])
  })
})

describe('a query that looks at much more than it gives is wasteful', () => {
  test.each([
    ['count', () => engine.count('things', { plain: 99 })],
    ['update', () => engine.update('things', { filter: { plain: 99 }, operations: { $set: { done: true } }, multi: true })],
    ['remove', () => engine.remove('things', { filter: { plain: 99 }, multi: true })],
    ['aggregate', () => engine.aggregate('things', [{ name: '$match', value: { plain: 99 } }, { name: '$count', value: 'n' }])],
    ['aggregate', () => engine.aggregate('things', [{ name: '$group', value: { _id: '$plain' } }])],
    ['get', () => engine.find('things', { filter: {}, sort: [['plain', 1]], limit: 1 })],
    ['get', () => engine.find('things', { filter: { plain: 99 }, sort: [['name', 1]], limit: 1 })],
    ['get', () => engine.find('things', { filter: {}, limit: 1500 })],
  ] as const)('without an index: %s', (operation, work) => {
    work()
    expect(wasteful().map((query) => query.operation)).toEqual([operation])
  })

  test.each([
    ['an index leads to it, and what is asked beside it fits few', () => engine.find('things', { filter: { owner: 3, plain: 99 } })],
    ['an index leads to it, and it is put in order afterwards', () => engine.find('things', { filter: { owner: 3 }, sort: [['name', 1]], limit: 20 })],
    ['a deep page is counted from the first one', () => engine.find('things', { filter: { owner: 3 }, sort: [['at', -1]], skip: 120, limit: 20 })],
    ['what is counted is a few of many', () => engine.count('things', { owner: 3, plain: 99 })],
  ])('though an index bounds it: %s', (_, work) => {
    work()
    expect(wasteful().map(({ isBounded }) => isBounded)).toEqual([true])
  })

  test('three times what it gives and fifty are no waste, and one more is', () => {
    expect([0, 10].map((returned) => [50, 51, 80, 81].map((examined) => isWasteful({ collection: 'things', operation: 'get', paths: [], examined, returned, index: 'by_owner', isBounded: true })))).toEqual([[false, true, true, true], [false, false, false, true]])
  })

  test('what gives nearly all it looks at is none, nor what ends early, what is counted whole, or what is small', () => {
    engine.find('things', { filter: { owner: { $gte: 0 } }, limit: 1500 })
    engine.find('things', { filter: {}, sort: [['name', 1]], limit: 100 })
    engine.find('things', { filter: {}, limit: 1000 })
    engine.count('things')
    engine.createCollection('small')
    engine.insert('small', Array.from({ length: 50 }, (_, i) => ({ i })))
    engine.find('small', { filter: { i: 99 } })
    expect(wasteful()).toEqual([])
  })
})

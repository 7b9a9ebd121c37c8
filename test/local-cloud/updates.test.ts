import type { Document } from '../../local-cloud/engine/document'
import { openEngine, type Engine } from '../../local-cloud/engine/openEngine'

let engine: Engine
beforeEach(() => {
  engine = openEngine({ file: ':memory:', indexes: { things: [{ name: 'by_no', keys: [['no', 1]], unique: true }, { name: 'by_tags', keys: [['tags', 1]] }] } })
  engine.createCollection('things')
})
afterEach(() => engine.close())

const after = (before: Document, operations: Document): Document => {
  engine.insert('things', [{ _id: 'a', ...before }])
  engine.update('things', { filter: { _id: 'a' }, operations })
  const { _id, ...document } = engine.find('things', { filter: { _id: 'a' } })[0]!
  expect(_id).toBe('a')
  return document
}

describe('update operators do what the database does', () => {
  test.each<[string, Document, Document, Document]>([
    ['$set makes the way', { n: 1 }, { $set: { 'a.b.c': 2 } }, { n: 1, a: { b: { c: 2 } } }],
    ['$set in a list by place', { l: [1, 2] }, { $set: { 'l.1': 9, 'l.3': 7 } }, { l: [1, 9, null, 7] }],
    ['$set of null', { a: 1 }, { $set: { a: null } }, { a: null }],
    ['$unset', { a: { b: 1, c: 2 } }, { $unset: { 'a.b': '', 'x.y': '' } }, { a: { c: 2 } }],
    ['$unset in a list leaves null', { l: [1, 2] }, { $unset: { 'l.0': '' } }, { l: [null, 2] }],
    ['$inc', { n: 1.5 }, { $inc: { n: -1, m: 3, 'o.p': 1 } }, { n: 0.5, m: 3, o: { p: 1 } }],
    ['$mul', { n: 3 }, { $mul: { n: 2, m: 5 } }, { n: 6, m: 0 }],
    ['$min and $max', { a: 5, b: 5 }, { $min: { a: 3, c: 1 }, $max: { b: 3, d: 1 } }, { a: 3, b: 5, c: 1, d: 1 }],
    ['$rename', { a: 1 }, { $rename: { a: 'b', x: 'y' } }, { b: 1 }],
    ['$push', { l: [1] }, { $push: { l: { $each: [2, 3] }, m: 'x' } }, { l: [1, 2, 3], m: ['x'] }],
    ['$push at a place', { l: [1, 2] }, { $push: { l: { $each: [0], $position: 0 } } }, { l: [0, 1, 2] }],
    ['$push sorted and cut', { l: [{ n: 2 }] }, { $push: { l: { $each: [{ n: 3 }, { n: 1 }], $sort: { n: -1 }, $slice: 2 } } }, { l: [{ n: 3 }, { n: 2 }] }],
    ['$push keeping the last', { l: [1, 2] }, { $push: { l: { $each: [3], $slice: -2 } } }, { l: [2, 3] }],
    ['$pop from either end', { l: [1, 2, 3], m: [1, 2] }, { $pop: { l: 1, m: -1, none: 1 } }, { l: [1, 2], m: [2] }],
    ['$pull of a value, a condition and fields', { l: [1, 2, 1], m: [1, 5, 9], o: [{ a: 1, b: 1 }, { a: 2 }] }, { $pull: { l: 1, m: { $gt: 4 }, o: { a: 1 } } }, { l: [2], m: [1], o: [{ a: 2 }] }],
    ['$pullAll', { l: [1, 2, 3, 1] }, { $pullAll: { l: [1, 3] } }, { l: [2] }],
    ['$addToSet', { l: [1, { a: 1 }] }, { $addToSet: { l: { $each: [1, { a: 1 }, 2] }, m: 1 } }, { l: [1, { a: 1 }, 2], m: [1] }],
  ])('%s', (_title, before, operations, expected) => expect(after(before, operations)).toEqual(expected))
})

describe('and are as strict', () => {
  test.each<[string, Document, Document, RegExp]>([
    ['$inc on a text', { n: 'x' }, { $inc: { n: 1 } }, /Cannot apply \$inc to a value of non-numeric type/],
    ['$inc on null', { n: null }, { $inc: { n: 1 } }, /non-numeric type null/],
    ['$inc by a text', { n: 1 }, { $inc: { n: '1' } }, /non-numeric argument/],
    ['$set below null', { a: null }, { $set: { 'a.b': 1 } }, /Cannot create field 'b' in element \{a: null\}/],
    ['$set below a number, two steps', { a: { b: 1 } }, { $set: { 'a.b.c.d': 1 } }, /Cannot create field 'c' in element \{b: 1\}/],
    ['$set of a name in a list', { l: [1] }, { $set: { 'l.x': 1 } }, /Cannot create field 'x' in element \{l: \[1\]\}/],
    ['$push to a text', { l: 'x' }, { $push: { l: 1 } }, /must be an array/],
    ['$push to null', { l: null }, { $push: { l: 1 } }, /must be an array/],
    ['$pop by 2', { l: [1] }, { $pop: { l: 2 } }, /\$pop expects 1 or -1/],
    ['$addToSet to a number', { l: 1 }, { $addToSet: { l: 1 } }, /non-array/],
    ['the _id', {}, { $set: { _id: 'b' } }, /immutable field '_id'/],
    ['two changes of one field', {}, { $set: { a: 1 }, $inc: { a: 1 } }, /conflict at 'a'/],
    ['a field and what is in it', {}, { $set: { a: 1, 'a.b': 1 } }, /conflict at 'a'/],
    ['nothing to do', {}, {}, /'\$set' is empty/],
    ['an operator as a value', {}, { $set: { a: { $b: 1 } } }, /cannot start with \$/],
    ['$currentDate', {}, { $currentDate: { a: true } }, /\$currentDate/],
    ['the positional $ without a match', { l: [1] }, { $set: { 'l.$': 1 } }, /positional operator did not find/],
    ['an unknown modifier', { l: [1] }, { $push: { l: { $each: [1], $jump: 1 } } }, /\$jump/],
  ])('%s', (_title, before, operations, message) => {
    expect(() => after(before, operations)).toThrow(message)
    expect(engine.find('things', { filter: { _id: 'a' } })).toEqual([{ _id: 'a', ...before }])
  })
})

describe('writes', () => {
  test('a unique key is held by one document, in a transaction too', () => {
    engine.insert('things', [{ _id: 'a', no: 1 }, { _id: 'b', no: 2 }])
    expect(() => engine.insert('things', [{ no: 2 }])).toThrow(/E11000.*by_no/)
    expect(() => engine.update('things', { filter: { _id: 'a' }, operations: { $set: { no: 2 } } })).toThrow(/E11000/)
    const transaction = engine.begin()
    expect(() => engine.update('things', { filter: { _id: 'a' }, operations: { $set: { no: 2 } } }, transaction)).toThrow(/E11000/)
    expect(engine.find('things', { sort: [['_id', 1]] })).toEqual([{ _id: 'a', no: 1 }, { _id: 'b', no: 2 }])
  })

  test('two documents without the unique key are one too many', () => {
    engine.insert('things', [{ _id: 'a' }])
    expect(() => engine.insert('things', [{ _id: 'b' }])).toThrow(/E11000/)
  })

  test('an update that fails on one of many changes none', () => {
    engine.insert('things', [{ _id: 'a', no: 1, n: 1 }, { _id: 'b', no: 2, n: 'x' }])
    expect(() => engine.update('things', { filter: {}, operations: { $inc: { n: 1 } }, multi: true })).toThrow()
    expect(engine.count('things', { n: 1 })).toBe(1)
  })

  test('an update that changes nothing counts nothing', () => {
    engine.insert('things', [{ _id: 'a', n: 1 }])
    expect(engine.update('things', { filter: { _id: 'a' }, operations: { $set: { n: 1 } } })).toEqual({ updated: 0, upsertedId: null })
  })

  test('an index over a list follows each of its elements', () => {
    engine.insert('things', [{ _id: 'a', tags: ['x', 'y'] }])
    engine.update('things', { filter: { _id: 'a' }, operations: { $pull: { tags: 'x' }, $set: { z: 1 } } })
    expect([engine.count('things', { tags: 'x' }), engine.count('things', { tags: 'y' })]).toEqual([0, 1])
    engine.remove('things', { filter: { tags: 'y' } })
    expect(engine.count('things', { tags: 'y' })).toBe(0)
  })

  test.each<[string, Document, RegExp]>([
    ['a field that looks like an operator', { $a: 1 }, /\$/],
    ['a field that looks like a path', { 'a.b': 1 }, /invalid field name/],
    ['an _id that is an object', { _id: {} }, /_id/],
    ['more than 1 MB', { text: 'x'.repeat(1024 * 1024) }, /1 MB/],
  ])('%s is not stored', (_title, document, message) => expect(() => engine.insert('things', [document])).toThrow(message))
})

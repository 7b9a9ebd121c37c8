import { openEngine, type Engine } from '../../local-cloud/engine/openEngine'

let engine: Engine
const valueOf = (id: string, transaction?: string) => engine.find('things', { filter: { _id: id } }, transaction)[0]?.n
const setTo = (id: string, n: number, transaction?: string) => engine.update('things', { filter: { _id: id }, operations: { $set: { n } } }, transaction)

beforeEach(() => {
  engine = openEngine({ file: ':memory:', indexes: { things: [{ name: 'by_no', keys: [['no', 1]], unique: true }] } })
  engine.createCollection('things')
  engine.insert('things', [{ _id: 'a', n: 1, no: 1 }, { _id: 'b', n: 1, no: 2 }])
})
afterEach(() => engine.close())

test('a transaction sees the past and its own writes; others see neither until it commits', () => {
  const reader = engine.begin()
  const writer = engine.begin()
  setTo('a', 2, writer)
  engine.insert('things', [{ _id: 'c', n: 3, no: 3 }], writer)
  expect([valueOf('a', writer), valueOf('a', reader), valueOf('a')]).toEqual([2, 1, 1])
  engine.commit(writer)
  expect([valueOf('a', reader), valueOf('a'), valueOf('c', reader), valueOf('c')]).toEqual([1, 2, undefined, 3])
  expect(engine.find('things', { filter: { n: { $gt: 0 } }, sort: [['_id', 1]] }, reader).map(({ _id }) => _id)).toEqual(['a', 'b'])
})

test('a query inside a transaction counts its own writes, removals and insertions', () => {
  const transaction = engine.begin()
  engine.remove('things', { filter: { _id: 'a' } }, transaction)
  engine.insert('things', [{ _id: 'c', n: 0, no: 3 }], transaction)
  setTo('b', 7, transaction)
  expect(engine.find('things', { filter: {}, sort: [['n', 1]] }, transaction)).toEqual([{ _id: 'c', n: 0, no: 3 }, { _id: 'b', n: 7, no: 2 }])
})

test('the first to write wins; the other is told at once and is over', () => {
  const [first, second] = [engine.begin(), engine.begin()]
  setTo('a', 2, first)
  expect(() => setTo('a', 3, second)).toThrow(/TransactionConflict/)
  expect(() => setTo('b', 3, second)).toThrow(/does not exist/)
  engine.commit(first)
  expect([valueOf('a'), valueOf('b')]).toEqual([2, 1])
})

test('what has changed since the transaction began cannot be written by it', () => {
  const transaction = engine.begin()
  expect(valueOf('a', transaction)).toBe(1)
  setTo('a', 5)
  expect(valueOf('a', transaction)).toBe(1)
  expect(() => setTo('a', 6, transaction)).toThrow(/TransactionConflict/)
})

test('what was removed since cannot be written either, and comes back for nobody', () => {
  const transaction = engine.begin()
  engine.remove('things', { filter: { _id: 'a' } })
  expect(valueOf('a', transaction)).toBe(1)
  expect(() => setTo('a', 6, transaction)).toThrow(/TransactionConflict/)
  expect(valueOf('a')).toBeUndefined()
})

test('an aborted transaction leaves nothing, and lets go of its documents', () => {
  const transaction = engine.begin()
  setTo('a', 9, transaction)
  engine.abort(transaction)
  setTo('a', 2)
  expect(valueOf('a')).toBe(2)
  expect(() => engine.commit(transaction)).toThrow(/does not exist/)
})

test('a failed write ends the transaction: the duplicate cannot be caught and passed over', () => {
  const transaction = engine.begin()
  setTo('b', 5, transaction)
  expect(() => engine.insert('things', [{ _id: 'a', no: 9 }], transaction)).toThrow(/E11000/)
  expect(() => engine.commit(transaction)).toThrow(/does not exist/)
  expect(valueOf('b')).toBe(1)
})

test('a unique key may move from one document to another in one transaction', () => {
  const transaction = engine.begin()
  engine.remove('things', { filter: { _id: 'a' } }, transaction)
  engine.insert('things', [{ _id: 'c', n: 1, no: 1 }], transaction)
  engine.commit(transaction)
  expect(engine.find('things', { filter: { no: 1 } })[0]!._id).toBe('c')
})

test('a unique key taken meanwhile is a conflict at the commit, and nothing of it is kept', () => {
  const transaction = engine.begin()
  setTo('a', 9, transaction)
  engine.insert('things', [{ _id: 'c', no: 7 }], transaction)
  engine.insert('things', [{ _id: 'd', no: 7 }])
  expect(() => engine.commit(transaction)).toThrow(/TransactionConflict/)
  expect([valueOf('a'), engine.count('things', { no: 7 })]).toEqual([1, 1])
})

test('a plain write waits for the document, then goes through', async () => {
  const transaction = engine.begin()
  setTo('a', 5, transaction)
  const plain = engine.whenUnlocked(() => engine.update('things', { filter: { _id: 'a' }, operations: { $inc: { n: 1 } } }))
  engine.commit(transaction)
  await plain
  expect(valueOf('a')).toBe(6)
})

describe('with a clock that jumps', () => {
  beforeEach(() => jest.useFakeTimers())
  afterEach(() => jest.useRealTimers())

  test('a plain write that waits for more than 5 s fails', async () => {
    setTo('a', 5, engine.begin())
    const plain = engine.whenUnlocked(() => setTo('a', 6)).catch((error: Error) => error.message)
    await jest.advanceTimersByTimeAsync(5_001)
    expect(await plain).toMatch(/held the document/)
  })

  test('an abandoned transaction is over after 60 s and lets go', () => {
    const abandoned = engine.begin()
    setTo('a', 5, abandoned)
    jest.setSystemTime(Date.now() + 60_001)
    setTo('a', 2)
    expect(valueOf('a')).toBe(2)
    expect(() => engine.commit(abandoned)).toThrow(/does not exist/)
  })
})

describe('a unique key after a transaction', () => {
  test('is still refused to another document when the transaction that looked it up was aborted', () => {
    const aborted = engine.begin()
    engine.insert('things', [{ _id: 'x', n: 1, no: 9 }], aborted)
    engine.abort(aborted)
    expect(() => engine.insert('things', [{ _id: 'y', n: 1, no: 1 }])).toThrow(/E11000/)
  })

  test('that nobody has is free, whatever a transaction wrote before', () => {
    const transaction = engine.begin()
    setTo('a', 5, transaction)
    engine.commit(transaction)
    engine.insert('things', [{ _id: 'z', n: 1, no: 26 }])
    expect(valueOf('z')).toBe(1)
  })
})

import { openEngine, type Engine } from '../../local-cloud/engine/openEngine'
import { verify } from '../../local-cloud/engine/verify'

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
  expect(valueOf('b', reader)).toBe(1)
  setTo('a', 2, writer)
  engine.insert('things', [{ _id: 'c', n: 3, no: 3 }], writer)
  expect([valueOf('a', writer), valueOf('a', reader), valueOf('a')]).toEqual([2, 1, 1])
  engine.commit(writer)
  expect([valueOf('a', reader), valueOf('a'), valueOf('c', reader), valueOf('c')]).toEqual([1, 2, undefined, 3])
})

test.each<[string, (transaction: string) => unknown]>([
  ['found', (transaction) => engine.find('things', { filter: { n: 1 } }, transaction)],
  ['updated', (transaction) => engine.update('things', { filter: {}, operations: { $set: { n: 2 } }, multi: true }, transaction)],
  ['removed', (transaction) => engine.remove('things', { filter: { _id: { $in: ['a', 'b'] } }, multi: true }, transaction)],
])('inside a transaction documents are named one by one: by a query none is %s', (_, work) => {
  expect(() => work(engine.begin())).toThrow(/事务.*where/)
  expect(engine.find('things', { filter: { n: 1 } })).toHaveLength(2)
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
  expect(valueOf('a', transaction)).toBe(1)
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

test.each<[string, (transaction: string) => unknown, RegExp]>([
  ['an update that cannot be done', (transaction) => engine.update('things', { filter: { _id: 'a' }, operations: { $push: { n: 1 } } }, transaction), /n/],
  ['a document that cannot be stored', (transaction) => engine.insert('things', [{ _id: 'c', 'a.b': 1 }], transaction), /a\.b/],
  ['a missing collection', (transaction) => engine.remove('nowhere', { filter: { _id: 'a' } }, transaction), /not exist: nowhere/],
])('%s ends the transaction too', (_, work, message) => {
  const transaction = engine.begin()
  setTo('b', 5, transaction)
  expect(() => work(transaction)).toThrow(message)
  expect(() => engine.commit(transaction)).toThrow(/does not exist/)
  setTo('b', 6)
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

  test('an abandoned transaction is over after 30 s: it lets go though nobody asks, and whatever is asked of it then fails', async () => {
    const abandoned = engine.begin()
    setTo('a', 5, abandoned)
    const plain = engine.whenUnlocked(() => setTo('a', 2))
    await jest.advanceTimersByTimeAsync(4_000)
    expect(valueOf('a', abandoned)).toBe(5)
    await expect(Promise.race([plain, Promise.resolve('waits')])).resolves.toBe('waits')
    jest.advanceTimersByTime(26_000)
    setTo('a', 3)
    expect(valueOf('a')).toBe(3)
    for (const late of [() => valueOf('a', abandoned), () => setTo('b', 2, abandoned), () => engine.commit(abandoned)]) expect(late).toThrow(/does not exist/)
    engine.abort(abandoned)
    await plain
  })

  test('the time is counted from the start, and may be set', () => {
    const quick = openEngine({ file: ':memory:', transactionMilliseconds: 100 })
    quick.createCollection('things')
    const transaction = quick.begin()
    jest.advanceTimersByTime(99)
    quick.insert('things', [{ _id: 'a' }], transaction)
    jest.advanceTimersByTime(1)
    expect(() => quick.commit(transaction)).toThrow(/does not exist/)
    expect(quick.count('things')).toBe(0)
    quick.close()
  })
})

describe('the end of a transaction', () => {
  test('is one: neither another commit nor an operation nor an abort follows a commit', () => {
    const transaction = engine.begin()
    setTo('a', 5, transaction)
    engine.commit(transaction)
    for (const late of [() => engine.commit(transaction), () => setTo('a', 6, transaction), () => valueOf('a', transaction), () => engine.abort(transaction)]) expect(late).toThrow(/does not exist/)
    expect(valueOf('a')).toBe(5)
  })

  test('an unknown one can be neither committed nor aborted', () => {
    for (const unknown of [() => engine.commit('nobody'), () => engine.abort('nobody'), () => valueOf('a', 'nobody')]) expect(unknown).toThrow(/does not exist/)
  })

  test('one that a conflict has ended is aborted once more without a complaint, as the SDK does', () => {
    const [first, second] = [engine.begin(), engine.begin()]
    setTo('a', 2, first)
    expect(() => setTo('a', 3, second)).toThrow(/TransactionConflict/)
    engine.abort(second)
    engine.abort(second)
  })

  test('an empty one commits', () => {
    engine.commit(engine.begin())
    const reader = engine.begin()
    expect(valueOf('a', reader)).toBe(1)
    engine.commit(reader)
  })
})

describe('the anomalies by name', () => {
  test('no dirty read: what is not committed is seen by nobody else, and what is aborted never was', () => {
    const [writer, reader] = [engine.begin(), engine.begin()]
    setTo('a', 9, writer)
    expect([valueOf('a'), valueOf('a', reader)]).toEqual([1, 1])
    engine.abort(writer)
    expect([valueOf('a'), valueOf('a', reader)]).toEqual([1, 1])
  })

  test('no non-repeatable read: a document stays as it was seen first, or as it was when another one was', () => {
    const reader = engine.begin()
    expect(valueOf('a', reader)).toBe(1)
    setTo('a', 2)
    setTo('b', 2)
    engine.remove('things', { filter: { _id: 'b' } })
    engine.insert('things', [{ _id: 'b', n: 3, no: 2 }])
    expect([valueOf('a', reader), valueOf('b', reader)]).toEqual([1, 1])
    engine.commit(reader)
  })

  test('the snapshot is that of the first operation, not of the start', () => {
    const transaction = engine.begin()
    setTo('a', 5)
    expect(valueOf('a', transaction)).toBe(5)
    setTo('a', 6, transaction)
    engine.commit(transaction)
    expect(valueOf('a')).toBe(6)
  })

  test('no lost update: of two that add to what they have read, one is told', () => {
    const [first, second] = [engine.begin(), engine.begin()]
    const read = [valueOf('a', first) as number, valueOf('a', second) as number]
    setTo('a', read[0]! + 1, first)
    engine.commit(first)
    expect(() => setTo('a', read[1]! + 1, second)).toThrow(/TransactionConflict/)
    expect(valueOf('a')).toBe(2)
  })

  test('own writes are read, a removal and an insertion too', () => {
    const transaction = engine.begin()
    setTo('a', 2, transaction)
    engine.update('things', { filter: { _id: 'a' }, operations: { $inc: { n: 1 } } }, transaction)
    engine.remove('things', { filter: { _id: 'b' } }, transaction)
    engine.insert('things', [{ _id: 'c', n: 7, no: 2 }], transaction)
    expect(['a', 'b', 'c'].map((id) => valueOf(id, transaction))).toEqual([3, undefined, 7])
    engine.commit(transaction)
    expect(['a', 'b', 'c'].map((id) => valueOf(id))).toEqual([3, undefined, 7])
  })

  test('write skew is possible: two that read both and write one each both commit, as in MongoDB', () => {
    const [first, second] = [engine.begin(), engine.begin()]
    for (const each of [first, second]) expect([valueOf('a', each), valueOf('b', each)]).toEqual([1, 1])
    setTo('a', 0, first)
    setTo('b', 0, second)
    engine.commit(first)
    engine.commit(second)
    expect([valueOf('a'), valueOf('b')]).toEqual([0, 0])
  })
})

describe('a document made by somebody else', () => {
  const insertC = (transaction?: string) => engine.insert('things', [{ _id: 'c', n: 1, no: 3 }], transaction)

  test('in another open transaction is a conflict, not a duplicate', () => {
    const [first, second] = [engine.begin(), engine.begin()]
    insertC(first)
    expect(() => insertC(second)).toThrow(/TransactionConflict/)
  })

  test('since the snapshot is a conflict, not a duplicate', () => {
    const transaction = engine.begin()
    expect(valueOf('c', transaction)).toBeUndefined()
    insertC()
    expect(() => insertC(transaction)).toThrow(/TransactionConflict/)
  })

  test('before the snapshot is a duplicate', () => {
    insertC()
    expect(() => insertC(engine.begin())).toThrow(/E11000/)
  })

  test('with the same unique key since the snapshot is a conflict, before it a duplicate', () => {
    const [late, early] = [engine.begin(), engine.begin()]
    expect(valueOf('a', late)).toBe(1)
    engine.insert('things', [{ _id: 'd', no: 3 }])
    expect(() => insertC(late)).toThrow(/TransactionConflict/)
    expect(() => insertC(early)).toThrow(/E11000/)
  })

  test('that a plain insert would make twice is waited for', async () => {
    const transaction = engine.begin()
    insertC(transaction)
    const plain = engine.whenUnlocked(() => insertC())
    engine.commit(transaction)
    await expect(plain).rejects.toThrow(/E11000/)
  })
})

test('two documents may exchange their unique keys, by way of a third key', () => {
  const transaction = engine.begin()
  const number = (id: string, no: number) => engine.update('things', { filter: { _id: id }, operations: { $set: { no } } }, transaction)
  expect(() => engine.update('things', { filter: { _id: 'a' }, operations: { $set: { no: 2 } } })).toThrow(/E11000/)
  number('a', 9)
  number('b', 1)
  number('a', 2)
  engine.commit(transaction)
  expect([engine.find('things', { filter: { no: 1 } })[0]!._id, engine.find('things', { filter: { no: 2 } })[0]!._id]).toEqual(['b', 'a'])
  expect(verify(engine.sql)).toEqual([])
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

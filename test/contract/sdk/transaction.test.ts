import { openLaboratory } from './laboratory'

const { cloud, run, fail } = openLaboratory({ collections: ['plain'] })
const put = (...documents: object[]) => {
  cloud().engine.remove('plain', { multi: true })
  cloud().engine.insert('plain', documents as Record<string, unknown>[])
}
const all = () => cloud().engine.find('plain', { sort: [['_id', 1]] })

describe('runTransaction', () => {
  beforeEach(() => put({ _id: 'a', n: 1 }, { _id: 'b', n: 1 }))

  test('commits everything, and returns what the callback returned', async () => {
    expect(
      await run(({ db, _ }) =>
        db.runTransaction(async (t: any) => {
          const plain = t.collection('plain')
          const { data } = await plain.doc('a').get()
          return [
            await plain.doc('a').update({ data: { n: _.inc(data.n) } }),
            await plain.add({ data: { _id: 'c', n: data.n } }),
            await plain.doc('d').set({ data: { own: (await plain.doc('a').get()).data.n } }),
            await plain.doc('b').remove(),
          ]
        }),
      ),
    ).toEqual([
      { stats: { updated: 1 }, errMsg: 'document.update:ok' },
      { _id: 'c', errMsg: 'collection.add:ok' },
      // The SDK reads `upserted` in a transaction otherwise than outside: `created` is always 0.
      { _id: 'd', stats: { updated: 0, created: 0 }, errMsg: 'document.set:ok' },
      { stats: { removed: 1 }, errMsg: 'document.remove:ok' },
    ])
    expect(all()).toEqual([{ _id: 'a', n: 2 }, { _id: 'c', n: 1 }, { _id: 'd', own: 2 }])
  })

  test('rollback leaves nothing and rejects with the very reason', async () => {
    expect(
      await run(({ db }) =>
        db
          .runTransaction(async (t: any) => {
            await t.collection('plain').doc('a').remove()
            await t.rollback({ why: 'changed my mind' })
          })
          .catch((reason: unknown) => ({ reason })),
      ),
    ).toEqual({ reason: { why: 'changed my mind' } })
    expect(all()).toHaveLength(2)
  })

  test('an error in the callback leaves nothing and is thrown on', async () => {
    const error = await fail(({ db }) =>
      db.runTransaction(async (t: any) => {
        await t.collection('plain').doc('a').remove()
        throw new TypeError('boom')
      }),
    )
    expect(error).toMatchObject({ type: 'TypeError', message: 'boom' })
    expect(all()).toHaveLength(2)
  })

  test('a document that is not there throws, or is null with throwOnNotFound: false', async () => {
    expect(await fail(({ db }) => db.runTransaction((t: any) => t.collection('plain').doc('nobody').get()))).toMatchObject({ errCode: -1, errMsg: 'document.get:fail document with _id nobody does not exist' })
    expect(await run(({ cloud }) => cloud.database({ throwOnNotFound: false }).runTransaction((t: any) => t.collection('plain').doc('nobody').get()))).toEqual({ data: null, errMsg: 'document.get:ok' })
  })

  test('a write inside is not seen outside before the commit', async () => {
    expect(
      await run(async ({ db }) => {
        const t = await db.startTransaction()
        await t.collection('plain').doc('a').update({ data: { n: 9 } })
        const outside = (await db.collection('plain').doc('a').get()).data.n
        await t.commit()
        return [outside, (await db.collection('plain').doc('a').get()).data.n]
      }),
    ).toEqual([1, 9])
  })

  test('what was read does not change while the transaction lasts', async () => {
    expect(
      await run(async ({ db }) => {
        const t = await db.startTransaction()
        const read = async () => (await t.collection('plain').doc('a').get()).data.n
        const before = await read()
        await db.collection('plain').doc('a').update({ data: { n: 9 } })
        const after = await read()
        await t.rollback()
        return [before, after]
      }),
    ).toEqual([1, 1])
  })
})

describe('conflicts', () => {
  beforeEach(() => put({ _id: 'fought', n: 0 }))

  test('are raised at the operation, in the words of the real cloud and without their code', async () => {
    const error = await fail(async ({ db }) => {
      const [a, b] = [await db.startTransaction(), await db.startTransaction()]
      await a.collection('plain').doc('fought').update({ data: { n: 1 } })
      try {
        await b.collection('plain').doc('fought').set({ data: { n: 2 } })
      } finally {
        await a.commit()
      }
    })
    expect(error).toMatchObject({
      type: 'Error',
      keys: ['errCode', 'errMsg'],
      errCode: -501001,
      errMsg: 'document.set:fail -501001 resource system error. [ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others. Please check your request, but if the problem persists, contact us.',
    })
  })

  test('20 people count at once and, trying again after a conflict, lose nothing', async () => {
    await run(({ db }) => {
      const once = async (): Promise<void> => {
        try {
          await db.runTransaction(async (t: any) => {
            const { data } = await t.collection('plain').doc('fought').get()
            await t.collection('plain').doc('fought').update({ data: { n: data.n + 1 } })
            await t.collection('plain').add({ data: { mark: 'count' } })
          })
        } catch (error) {
          if (!/TransactionConflict/.test((error as Error).message)) throw error
          await new Promise((resolve) => setTimeout(resolve, Math.random() * 40))
          return once()
        }
      }
      return Promise.all(Array.from({ length: 20 }, once))
    })
    expect([cloud().engine.find('plain', { filter: { _id: 'fought' } }), cloud().engine.count('plain')]).toEqual([[{ _id: 'fought', n: 20 }], 21])
  })

  test('a plain write waits for the transaction that holds the document', async () => {
    expect(
      await run(async ({ db, _ }) => {
        const t = await db.startTransaction()
        await t.collection('plain').doc('fought').update({ data: { n: 10 } })
        const plain = db.collection('plain').doc('fought').update({ data: { n: _.inc(1) } })
        await t.commit()
        await plain
        return (await db.collection('plain').doc('fought').get()).data.n
      }),
    ).toBe(11)
  })
})

describe('what a transaction refuses', () => {
  beforeEach(() => put({ _id: 'a', n: 1 }))

  test('where', async () => {
    const error = await fail(({ db }) => db.runTransaction((t: any) => t.collection('plain').where({ _id: 'a' }).get()))
    expect(error).toMatchObject({ errCode: -502002, errMsg: expect.stringContaining('只支持单记录操作 (a transaction supports single documents only') })
  })

  test('a collection that is not there', async () => {
    expect(await fail(({ db }) => db.runTransaction((t: any) => t.collection('nowhere').doc('a').get()))).toMatchObject({ errCode: -502005, errMsg: expect.stringContaining('Db or Table not exist: nowhere') })
    expect(await fail(({ db }) => db.runTransaction((t: any) => t.collection('nowhere').add({ data: {} })))).toMatchObject({ errCode: -502005 })
  })

  test('an operation, a commit and a rollback after the end', async () => {
    const gone = /^\[ResourceUnavailable\.TransactionNotExist\] Transaction does not exist on the server, transaction must be commit or abort in 30 seconds/
    expect(
      await fail(async ({ db }) => {
        const t = await db.startTransaction()
        await t.commit()
        await t.collection('plain').doc('a').get()
      }),
    ).toMatchObject({ type: 'Error', errCode: -501001, errMsg: expect.stringMatching(/^document\.get:fail -501001 resource system error\. \[ResourceUnavailable\.TransactionNotExist\]/) })
    expect(
      await fail(async ({ db }) => {
        const t = await db.startTransaction()
        await t.commit()
        await t.commit()
      }),
    ).toEqual({ type: 'TcbError', keys: ['code', 'requestId'], code: 'DATABASE_TRANSACTION_FAIL', message: expect.stringMatching(gone) })
    expect(
      await fail(async ({ db }) => {
        const t = await db.startTransaction()
        await t.rollback()
        await t.commit()
      }),
    ).toMatchObject({ code: 'DATABASE_TRANSACTION_FAIL' })
  })

  test('a second document of one _id; and the transaction is over', async () => {
    const error = await fail(({ db }) =>
      db.runTransaction(async (t: any) => {
        await t.collection('plain').doc('a').update({ data: { n: 2 } })
        await t.collection('plain').add({ data: { _id: 'a' } })
      }),
    )
    expect(error).toMatchObject({ errCode: -502001, errMsg: expect.stringContaining('E11000') })
    expect(all()).toEqual([{ _id: 'a', n: 1 }])
  })
})

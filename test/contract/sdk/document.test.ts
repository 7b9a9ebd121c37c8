import { openLaboratory } from './laboratory'

const { cloud, run, fail } = openLaboratory({ collections: ['plain'] })

describe('get', () => {
  test('what is added comes back as it was, with dates as dates', async () => {
    const back = await run(async ({ db }) => {
      const { _id } = await db.collection('plain').add({ data: { n: 1, f: 1.5, big: 5e9, huge: 2 ** 53, minus: -0, s: '中文 🌱', nul: null, yes: true, list: [1, { x: true }, []], empty: {}, at: new Date(1767323045678) } })
      const { data } = await db.collection('plain').doc(_id).get()
      return { ...data, isDate: data.at instanceof Date, isId: data._id === _id }
    })
    expect(back).toEqual({ _id: expect.any(String), n: 1, f: 1.5, big: 5e9, huge: 2 ** 53, minus: 0, s: '中文 🌱', nul: null, yes: true, list: [1, { x: true }, []], empty: {}, at: '2026-01-02T03:04:05.678Z', isDate: true, isId: true })
  })

  test('undefined is left out of objects, and null in lists', async () => {
    expect(
      await run(async ({ db }) => {
        await db.collection('plain').doc('undefined').set({ data: { a: undefined, b: [1, undefined], c: { d: undefined, e: 1 } } })
        return (await db.collection('plain').doc('undefined').get()).data
      }),
    ).toEqual({ _id: 'undefined', b: [1, null], c: { e: 1 } })
  })

  test('NaN and Infinity stay what they are', async () => {
    expect(
      await run(async ({ db }) => {
        await db.collection('plain').doc('numbers').set({ data: { nan: NaN, infinity: -Infinity } })
        const { data } = await db.collection('plain').doc('numbers').get()
        return [Number.isNaN(data.nan), data.infinity === -Infinity]
      }),
    ).toEqual([true, true])
  })

  test('a regular expression is kept as one', async () => {
    expect(
      await run(async ({ db }) => {
        await db.collection('plain').doc('regexp').set({ data: { r: /^a/i } })
        const { r } = (await db.collection('plain').doc('regexp').get()).data
        return [r.pattern ?? r.source, r.options ?? r.flags]
      }),
    ).toEqual(['^a', 'i'])
  })

  test('cut to a nested field', async () => {
    expect(
      await run(async ({ db }) => {
        await db.collection('plain').doc('cut').set({ data: { a: { b: 1, c: 2 }, d: 3 } })
        return (await db.collection('plain').doc('cut').field({ 'a.b': true, _id: false }).get()).data
      }),
    ).toEqual({ a: { b: 1 } })
  })

  test('a document that is not there', async () => {
    expect(await fail(({ db }) => db.collection('plain').doc('nobody').get())).toEqual({ type: 'Error', keys: ['errCode', 'errMsg'], errCode: -1, errMsg: 'document.get:fail document with _id nobody does not exist', message: 'document.get:fail document with _id nobody does not exist' })
  })

  test('with throwOnNotFound: false it is null', async () => {
    expect(await run(({ cloud }) => cloud.database({ throwOnNotFound: false }).collection('plain').doc('nobody').get())).toEqual({ data: null, errMsg: 'document.get:ok' })
  })

  test('an _id may be a number, and "7" is not 7', async () => {
    expect(
      await run(async ({ db }) => {
        await db.collection('plain').doc(7).set({ data: { is: 'number' } })
        await db.collection('plain').doc('7').set({ data: { is: 'text' } })
        return [(await db.collection('plain').doc(7).get()).data, (await db.collection('plain').doc('7').get()).data]
      }),
    ).toEqual([{ _id: 7, is: 'number' }, { _id: '7', is: 'text' }])
  })

  test.each([['null', null], ['an object', {}], ['a list', []]])('%s is no _id for doc()', async (_name, id) => {
    expect((await fail(({ db, input }) => db.collection('plain').doc(input.id).get(), { id })).message).toMatch(/docId必须为字符串或数字/)
  })
})

describe('set', () => {
  test('creates, then replaces the whole document', async () => {
    expect(
      await run(async ({ db }) => {
        const doc = db.collection('plain').doc('one')
        return [await doc.set({ data: { a: 1, gone: true } }), await doc.set({ data: { a: 2 } }), (await doc.get()).data]
      }),
    ).toEqual([
      { _id: 'one', errMsg: 'document.set:ok', stats: { updated: 0, created: 1 } },
      { _id: 'one', errMsg: 'document.set:ok', stats: { updated: 1, created: 0 } },
      { _id: 'one', a: 2 },
    ])
  })

  test('refuses an _id among the data, an update command and nothing at all', async () => {
    expect(await fail(({ db }) => db.collection('plain').doc('one').set({ data: { _id: 'one', a: 1 } }))).toMatchObject({ errCode: -501007, errMsg: 'document.set:fail -501007 invalid parameters. 不能更新_id的值' })
    expect(await fail(({ db, _ }) => db.collection('plain').doc('one').set({ data: { a: _.inc(1) } }))).toMatchObject({ errCode: -502001, errMsg: 'document.set:fail -502001 database request fail. update operator complicit' })
    expect(await fail(({ db }) => db.collection('plain').doc('one').set({ data: {} }))).toMatchObject({ type: 'CloudSDKError', errCode: -1, errMsg: 'options.data must not be empty' })
  })
})

describe('update', () => {
  test('merges nested fields and says how many it updated', async () => {
    expect(
      await run(async ({ db }) => {
        const doc = db.collection('plain').doc('merged')
        await doc.set({ data: { a: 1, nested: { x: 1 } } })
        return [await doc.update({ data: { nested: { y: 2 }, b: null } }), (await doc.get()).data]
      }),
    ).toEqual([{ stats: { updated: 1 }, errMsg: 'document.update:ok' }, { _id: 'merged', a: 1, nested: { x: 1, y: 2 }, b: null }])
  })

  test('of a document that is not there is no error', async () => {
    expect(await run(({ db }) => db.collection('plain').doc('nobody').update({ data: { a: 1 } }))).toEqual({ stats: { updated: 0 }, errMsg: 'document.update:ok' })
  })

  test('refuses another _id, and nothing at all', async () => {
    expect(await fail(({ db }) => db.collection('plain').doc('one').update({ data: { _id: 'two' } }))).toMatchObject({ errCode: -501007, errMsg: 'document.update:fail -501007 invalid parameters. 不能更新_id的值' })
    expect(await fail(({ db }) => db.collection('plain').doc('one').update({ data: {} }))).toMatchObject({ type: 'CloudSDKError', errMsg: 'options.data must not be empty' })
  })

  test('of which the SDK leaves nothing is refused in the words of MongoDB', async () => {
    expect(await fail(({ db }) => db.collection('plain').doc('one').update({ data: { a: {} } }))).toMatchObject({ errCode: -502001, errMsg: expect.stringContaining("'$set' is empty") })
  })

  test('below a null there is no field', async () => {
    const error = await fail(async ({ db }) => {
      await db.collection('plain').doc('flat').set({ data: { a: null } })
      await db.collection('plain').doc('flat').update({ data: { a: { x: 1 } } })
    })
    expect(error).toMatchObject({ errCode: -502001, errMsg: expect.stringContaining("Cannot create field 'x' in element {a: null}") })
  })
})

test('remove removes, and then there is nothing to remove', async () => {
  expect(
    await run(async ({ db }) => {
      await db.collection('plain').doc('gone').set({ data: { a: 1 } })
      return [await db.collection('plain').doc('gone').remove(), await db.collection('plain').doc('gone').remove()]
    }),
  ).toEqual([{ stats: { removed: 1 }, errMsg: 'document.remove:ok' }, { stats: { removed: 0 }, errMsg: 'document.remove:ok' }])
})

describe('serverDate is the cloud’s clock', () => {
  beforeAll(() => cloud().clock.freezeAt(Date.parse('2027-05-01T00:00:00Z')))
  afterAll(() => cloud().clock.moveTo(Date.now()))

  test('in add, set and update, nested and in lists, with its offset', async () => {
    const found = await run(async ({ db }) => {
      const plain = db.collection('plain')
      const { _id } = await plain.add({ data: { at: db.serverDate(), list: [db.serverDate({ offset: 60_000 })] } })
      await plain.doc('stamp').set({ data: { at: db.serverDate({ offset: -3_600_000 }) } })
      await plain.doc('stamp').update({ data: { nested: { later: db.serverDate({ offset: 3_600_000 }) } } })
      return [(await plain.doc(_id).get()).data, (await plain.doc('stamp').get()).data]
    })
    expect(found).toMatchObject([
      { at: '2027-05-01T00:00:00.000Z', list: ['2027-05-01T00:01:00.000Z'] },
      { at: '2027-04-30T23:00:00.000Z', nested: { later: '2027-05-01T01:00:00.000Z' } },
    ])
  })

  test('and in a query', async () => {
    expect(
      await run(async ({ db, _ }) => {
        await db.createCollection('due')
        for (const offset of [-1000, 0, 1000]) await db.collection('due').add({ data: { offset, at: db.serverDate({ offset }) } })
        const offsets = async (condition: unknown) => (await db.collection('due').where({ at: condition }).orderBy('offset', 'asc').get()).data.map(({ offset }: { offset: number }) => offset)
        return [await offsets(_.lt(db.serverDate())), await offsets(db.serverDate()), await offsets(_.gte(db.serverDate({ offset: 1 })))]
      }),
    ).toEqual([[-1000], [0], [1000]])
  })
})

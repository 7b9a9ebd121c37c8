import { openLaboratory, type Sdk } from './laboratory'

const { cloud, run, fail } = openLaboratory({ collections: ['plain', 'cases', 'rows'], indexes: { cases: [{ name: 'by_no', keys: [['no', 1]], unique: true }] } })

describe('createCollection', () => {
  test('answers with its errMsg and the request', async () => {
    expect(await run(({ db }) => db.createCollection('fresh'))).toEqual({ errMsg: 'createCollection:ok', requestId: expect.stringMatching(/^[0-9a-f]{16}$/) })
  })

  test('what exists is refused', async () => {
    expect(await fail(({ db }) => db.createCollection('plain'))).toMatchObject({ code: 'DATABASE_COLLECTION_ALREADY_EXIST', errMsg: expect.stringMatching(/^createCollection:fail \[ResourceUnavailable\.ResourceExist\] Table exist/) })
  })

  test.each(['1st', '中文', 'a b', 'a.b', 'a$b', 'system\0', 'x'.repeat(65), '_hidden'])('%p is no name for a collection', async (name) => {
    expect(await fail(({ db, input }) => db.createCollection(input), name)).toMatchObject({ code: 'INVALID_PARAM', errMsg: expect.stringContaining('invalid collection name') })
  })

  test('an empty name is refused, too', async () => {
    expect(await fail(({ db }) => db.createCollection(''))).toMatchObject({ code: 'INVALID_PARAM', errMsg: expect.stringContaining('collectionName') })
  })
})

describe('add', () => {
  test('one document: its _id, of 32 hexadecimal digits', async () => {
    expect(await run(({ db }) => db.collection('plain').add({ data: { a: 1 } }))).toEqual({ _id: expect.stringMatching(/^[0-9a-f]{32}$/), errMsg: 'collection.add:ok' })
  })

  test('a list of documents: their _ids, in order', async () => {
    expect(await run(({ db }) => db.collection('plain').add({ data: [{ _id: 'l1' }, { a: 2 }, { _id: 3 }] }))).toEqual({ _ids: ['l1', expect.stringMatching(/^[0-9a-f]{32}$/), 3], errMsg: 'collection.add:ok' })
  })

  test('of a list with one bad document nothing stays', async () => {
    await fail(({ db }) => db.collection('plain').add({ data: [{ _id: 'half' }, { _id: 'half' }] }))
    expect(await run(({ db }) => db.collection('plain').where({ _id: 'half' }).count())).toMatchObject({ total: 0 })
  })

  test('an _id of one’s own is a string or a number', async () => {
    expect(await run(async ({ db }) => [await db.collection('plain').add({ data: { _id: 'own' } }), await db.collection('plain').add({ data: { _id: 7 } })])).toMatchObject([{ _id: 'own' }, { _id: 7 }])
    for (const _id of [{ a: 1 }, [1], true, '', null]) expect(await fail(({ db, input }) => db.collection('plain').add({ data: input }), { _id })).toMatchObject({ errCode: -501007 })
  })

  test('no _openid is added for a function', async () => {
    expect(await run(async ({ db }) => (await db.collection('plain').doc((await db.collection('plain').add({ data: {} }))._id).get()).data)).toEqual({ _id: expect.any(String) })
  })

  test('a repeated _id and a repeated unique key are E11000', async () => {
    const error = await fail(async ({ db }) => {
      await db.collection('cases').add({ data: { _id: 'twice', no: 'A1' } })
      await db.collection('cases').add({ data: { _id: 'twice', no: 'A2' } })
    })
    expect(error).toMatchObject({ errCode: -502001, errMsg: expect.stringMatching(/E11000 duplicate key error collection: linjing-local.cases index: _id_ dup key: \{ _id: "twice" \}/) })
    expect((await fail(({ db }) => db.collection('cases').add({ data: { no: 'A1' } }))).errMsg).toMatch(/E11000.*index: by_no dup key: \{ no: "A1" \}/)
  })

  test.each([
    ['a field that looks like an operator', { $a: 1 }],
    ['a field with a point', { 'a.b': 1 }],
    ['a nested one', { a: [{ 'b.c': 1 }] }],
  ])('%s is refused', async (_name, data) => expect(await fail(({ db, input }) => db.collection('plain').add({ data: input }), data)).toMatchObject({ errCode: expect.any(Number), keys: ['errCode', 'errMsg'] }))
})

describe('get and count', () => {
  beforeAll(() => {
    cloud().engine.insert('rows', Array.from({ length: 30 }, (_each, i) => ({ _id: `r${String(i).padStart(2, '0')}`, i, parity: i % 2 ? 'odd' : 'even', where: { street: i % 3 } })))
  })

  test('ordered, paged and cut to fields', async () => {
    expect(await run(({ db }: Sdk) => db.collection('rows').where({ parity: 'odd' }).orderBy('i', 'desc').skip(2).limit(2).field({ i: true, _id: false }).get())).toEqual({ data: [{ i: 25 }, { i: 23 }], errMsg: 'collection.get:ok' })
  })

  test('by several fields, in the order of the calls', async () => {
    const found = await run(({ db }) => db.collection('rows').orderBy('where.street', 'desc').orderBy('i', 'asc').limit(2).field({ i: 1, _id: 0 }).get())
    expect(found.data).toEqual([{ i: 2 }, { i: 5 }])
  })

  test('a skip beyond the end finds nothing, and a limit of 0 means none was given', async () => {
    expect(await run(async ({ db }) => [(await db.collection('rows').skip(99).get()).data.length, (await db.collection('rows').limit(0).get()).data.length])).toEqual([0, 30])
  })

  test('nested fields are cut as well', async () => {
    expect((await run(({ db }) => db.collection('rows').where({ i: 4 }).field({ 'where.street': true, _id: false }).get())).data).toEqual([{ where: { street: 1 } }])
  })

  test('count, with and without where', async () => {
    expect(await run(async ({ db, _ }) => [await db.collection('rows').count(), await db.collection('rows').where({ i: _.lt(5) }).count()])).toEqual([
      { total: 30, errMsg: 'collection.count:ok' },
      { total: 5, errMsg: 'collection.count:ok' },
    ])
  })

  test('an empty where is no where; one of undefined values is refused by the SDK', async () => {
    expect(await run(({ db }) => db.collection('rows').where({}).count())).toMatchObject({ total: 30 })
    expect((await fail(({ db }) => db.collection('rows').where({ a: undefined }).get())).message).toMatch(/不能均为undefined/)
  })
})

describe('update and remove of many', () => {
  beforeEach(() => {
    cloud().engine.remove('cases', { multi: true })
    cloud().engine.insert('cases', [1, 2, 3].map((n) => ({ _id: `c${n}`, no: `N${n}`, group: n < 3 ? 'g' : 'h', n })))
  })

  test('every one that fits, or with multi: false the first', async () => {
    expect(
      await run(async ({ db, _ }) => {
        const found = () => db.collection('cases').where({ group: 'g' })
        return [await found().update({ data: { n: _.inc(10) } }), await found().update({ data: { n: _.inc(10) }, multi: false }), await found().remove({ multi: false }), await found().remove()]
      }),
    ).toEqual([
      { stats: { updated: 2 }, errMsg: 'collection.update:ok' },
      { stats: { updated: 1 }, errMsg: 'collection.update:ok' },
      { stats: { removed: 1 }, errMsg: 'collection.remove:ok' },
      { stats: { removed: 1 }, errMsg: 'collection.remove:ok' },
    ])
  })

  test('nothing that fits is no error', async () => {
    expect(await run(async ({ db }) => [await db.collection('cases').where({ n: 99 }).update({ data: { n: 1 } }), await db.collection('cases').where({ n: 99 }).remove()])).toMatchObject([{ stats: { updated: 0 } }, { stats: { removed: 0 } }])
  })

  const removals: [string, (sdk: Sdk) => unknown][] = [
    ['without where', ({ db }) => db.collection('cases').remove()],
    ['with an empty where', ({ db }) => db.collection('cases').where({}).remove()],
    ['with an empty where and multi: false', ({ db }) => db.collection('cases').where({}).remove({ multi: false })],
  ]
  test.each(removals)('a remove %s is refused and removes nothing', async (_name, work) => {
    expect(await fail(work)).toMatchObject({ errCode: -501007, errMsg: "collection.remove:fail -501007 invalid parameters. param.query can't be empty" })
    expect(await run(({ db }) => db.collection('cases').count())).toMatchObject({ total: 3 })
  })

  test('_.exists(true) removes everything, as is usual', async () => {
    expect(await run(({ db, _ }) => db.collection('cases').where({ _id: _.exists(true) }).remove())).toMatchObject({ stats: { removed: 3 } })
  })

  test('an update without where changes everything', async () => {
    expect(await run(({ db }) => db.collection('cases').where({}).update({ data: { seen: true } }))).toMatchObject({ stats: { updated: 3 } })
  })

  test('of a failing update of many nothing stays', async () => {
    expect(await fail(({ db }) => db.collection('cases').where({ group: 'g' }).update({ data: { no: 'same' } }))).toMatchObject({ errCode: -502001, errMsg: expect.stringContaining('E11000') })
    expect(await run(({ db }) => db.collection('cases').where({ no: 'same' }).count())).toMatchObject({ total: 0 })
  })

  test('an _id is not updated', async () => {
    expect(await fail(({ db }) => db.collection('cases').where({ n: 1 }).update({ data: { _id: 'x' } }))).toMatchObject({ errCode: -501007, errMsg: 'collection.update:fail -501007 invalid parameters. 不能更新_id的值' })
  })
})

describe('updateAndReturn, which only the SDK beneath has', () => {
  const updateAndReturn = ({ nodeSdk, input }: Sdk) => {
    const db = nodeSdk.init({ env: process.env.TCB_ENV }).database()
    return db.collection('rows').where(input.where).updateAndReturn({ seen: db.command.inc(1) })
  }
  test('updates one document and returns it as it is now', async () => {
    expect(await run(updateAndReturn, { where: { i: 3 } })).toEqual({ requestId: expect.any(String), updated: 1, doc: { _id: 'r03', i: 3, parity: 'odd', where: { street: 0 }, seen: 1 } })
  })
  test('finds nothing', async () => {
    expect(await run(updateAndReturn, { where: { i: 99 } })).toEqual({ requestId: expect.any(String), updated: 0, doc: null })
  })
})

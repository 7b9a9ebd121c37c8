import { openLaboratory } from './laboratory'

/** What the SDK does to a pipeline; what the pipeline then does is in the aggregation suites. */
const { cloud, run, fail } = openLaboratory({ collections: ['cases', 'people'] })
beforeAll(() => {
  cloud().engine.insert('cases', Array.from({ length: 1500 }, (_each, i) => ({ _id: i, by: i % 2 ? 'a' : 'b', n: i, at: new Date(i * 3600_000), tags: ['x', `t${i % 3}`] })))
  cloud().engine.insert('people', [{ _id: 'a', name: '甲' }, { _id: 'b', name: '乙' }])
})

test('match, group, sort and project, with the helpers of db.command.aggregate', async () => {
  expect(
    await run(({ db, _, $ }) =>
      db.collection('cases').aggregate().match({ n: _.lt(10) }).group({ _id: '$by', sum: $.sum('$n'), mean: $.avg('$n') }).sort({ _id: 1 }).project({ _id: 0, by: '$_id', sum: 1, mean: 1 }).end(),
    ),
  ).toEqual({ list: [{ sum: 25, mean: 5, by: 'a' }, { sum: 20, mean: 4, by: 'b' }], errMsg: 'collection.aggregate:ok' })
})

test('more than 1,000 documents come back: only get has that limit', async () => {
  expect((await run(({ db }) => db.collection('cases').aggregate().match({}).project({ n: 1 }).end())).list).toHaveLength(1500)
})

test('scalars as arguments of stages: limit, skip, unwind, count, sortByCount', async () => {
  expect(
    await run(async ({ db }) => {
      const cases = () => db.collection('cases').aggregate().sort({ n: 1 })
      return [
        (await cases().skip(2).limit(1).project({ n: 1, _id: 0 }).end()).list,
        (await cases().limit(2).unwind('$tags').count('tags').end()).list,
        (await cases().limit(3).unwind('$tags').sortByCount('$tags').limit(1).end()).list,
      ]
    }),
  ).toEqual([[{ n: 2 }], [{ tags: 4 }], [{ _id: 'x', count: 3 }]])
})

test('dates come back as dates', async () => {
  expect(await run(async ({ db }) => (await db.collection('cases').aggregate().match({ n: 1 }).end()).list[0].at.getTime())).toBe(3600_000)
})

test('lookup by a field, and by a pipeline', async () => {
  expect(
    await run(async ({ db, _, $ }) => {
      const one = () => db.collection('cases').aggregate().match({ n: 1 })
      return [
        (await one().lookup({ from: 'people', localField: 'by', foreignField: '_id', as: 'who' }).end()).list[0].who,
        (await one().lookup({ from: 'people', let: { by: '$by' }, pipeline: $.pipeline().match(_.expr($.eq(['$_id', '$$by']))).project({ _id: 0 }).done(), as: 'who' }).end()).list[0].who,
      ]
    }),
  ).toEqual([[{ _id: 'a', name: '甲' }], [{ name: '甲' }]])
})

test('what is refused comes with its code and errCode -1', async () => {
  expect(await fail(({ db }) => db.collection('nowhere').aggregate().match({}).end())).toMatchObject({ type: 'TcbError', errCode: -1, code: 'DATABASE_COLLECTION_NOT_EXIST', errMsg: expect.stringMatching(/^collection\.aggregate:fail \[ResourceNotFound\] Db or Table not exist: nowhere/) })
  expect(await fail(({ db }) => db.collection('cases').aggregate().group({ n: 1 }).end())).toMatchObject({ type: 'TcbError', errCode: -1, code: 'DATABASE_REQUEST_FAILED' })
})

test('stages this SDK does not have are a TypeError of its own', async () => {
  expect(await fail(({ db }) => db.collection('cases').aggregate().facet({}))).toMatchObject({ type: 'TypeError' })
})

import { openLaboratory } from './laboratory'

const { cloud, run, fail } = openLaboratory({ collections: ['many', 'large'] })
beforeAll(() => void cloud().engine.insert('many', Array.from({ length: 1100 }, (_each, i) => ({ i }))))

const MB = 1024 * 1024

test('100 documents without a limit, 1,000 at most with one', async () => {
  expect(await run(async ({ db }) => Promise.all([db.collection('many'), db.collection('many').limit(7), db.collection('many').limit(1000), db.collection('many').limit(5000)].map(async (selection) => (await selection.get()).data.length)))).toEqual([100, 7, 1000, 1000])
})

test('no skip, limit or direction but whole numbers, asc and desc: the SDK refuses them', async () => {
  expect((await fail(({ db }) => db.collection('many').limit('5').get())).message).toMatch(/limit/)
  expect((await fail(({ db }) => db.collection('many').skip(1.5).get())).message).toMatch(/offset/)
  expect((await fail(({ db }) => db.collection('many').orderBy('i', 'up').get())).message).toMatch(/排序字符/)
})

test('a document of almost 1 MB is kept, a larger one refused', async () => {
  const add = (bytes: number) => run(({ db, input }) => db.collection('large').add({ data: { _id: 'l', text: 'x'.repeat(input) } }), bytes)
  await expect(add(MB)).rejects.toThrow(/-502001 .*文档超过 1 MB/)
  expect(await add(MB - 100)).toMatchObject({ _id: 'l' })
  expect(await fail(({ db }) => db.collection('large').doc('l').update({ data: { more: 'y'.repeat(200) } }))).toMatchObject({ errCode: -502001, errMsg: expect.stringContaining('1 MB') })
  expect(await run(async ({ db }) => Object.keys((await db.collection('large').doc('l').get()).data))).toEqual(['_id', 'text'])
})

test('characters are counted as the bytes they take', async () => {
  await expect(run(({ db }) => db.collection('large').add({ data: { text: '字'.repeat(350_000) } }))).rejects.toThrow(/文档超过 1 MB/)
})

test('a body of more than 16 MB is refused, and what comes after it is answered', async () => {
  const error = await fail(({ db }) => db.collection('large').add({ data: Array.from({ length: 20 }, () => ({ text: 'x'.repeat(900_000) })) }))
  expect(error).toMatchObject({ errCode: -501001, errMsg: expect.stringContaining('内容超过 16384 KB') })
  expect(await run(({ db }) => db.collection('large').count())).toMatchObject({ total: expect.any(Number) })
})

test('50 files at once and no more', async () => {
  const ask = (api: string, count: number) =>
    run(async ({ cloud, input }) => (await cloud[input.api]({ fileList: Array.from({ length: input.count }, (_each, i) => `cloud://linjing-local.local-bucket/${i}`) })).fileList.length, { api, count })
  for (const api of ['getTempFileURL', 'deleteFile']) {
    expect(await ask(api, 50)).toBe(50)
    await expect(ask(api, 51)).rejects.toThrow(/一次最多 50 个文件/)
    await expect(ask(api, 0)).rejects.toThrow(/非空数组/)
  }
})

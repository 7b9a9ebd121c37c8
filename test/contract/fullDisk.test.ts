import type { Cloud } from '../../local-cloud/start'
import { functionsDirectory, quietCloud, removeTemporaryDirectories, temporaryDirectory, WITH_SDK } from '../local-cloud/support'

/** Writes and reads through the SDK, and brings back what each of them said. */
const WRITER = `${WITH_SDK}
const things = db.collection('things')
const said = async (work) => {
  try {
    return await work()
  } catch ({ errCode, errMsg, code, message }) {
    return { errCode, errMsg, code, message }
  }
}
exports.main = async ({ size }) => ({
  add: await said(() => things.add({ data: { text: 'x'.repeat(size) } })),
  transaction: await said(() => db.runTransaction(async (transaction) => {
    const small = transaction.collection('things')
    await small.doc('counter').update({ data: { n: _.inc(1) } })
    await small.add({ data: { text: 'x'.repeat(size) } })
  })),
  upload: await said(() => cloud.uploadFile({ cloudPath: 'a/b.txt', fileContent: Buffer.from('hello') })),
  read: await said(() => things.doc('counter').get()),
})
`
let cloud: Cloud
beforeAll(async () => {
  cloud = await quietCloud({ dataDir: temporaryDirectory(), functionsDir: functionsDirectory({ writer: { code: WRITER } }) })
  cloud.engine.createCollection('things')
  cloud.engine.insert('things', [{ _id: 'counter', n: 0 }])
})
afterAll(async () => {
  await cloud.close()
  removeTemporaryDirectories()
})

test('through the SDK a full disk is a failed request, the gateway stays up, and it writes again when there is room', async () => {
  const pages = cloud.engine.sql.prepare('PRAGMA page_count').get([])![0] as number
  cloud.engine.sql.execute(`PRAGMA max_page_count = ${pages}`)
  expect(await cloud.invoke('writer', { size: 100_000 })).toMatchObject({
    add: { errCode: -502001, errMsg: expect.stringMatching(/^collection\.add:fail -502001 .*磁盘已满/) },
    // At the commit the SDK hands on what it was told.
    transaction: { code: 'DATABASE_REQUEST_FAILED', message: expect.stringContaining('磁盘已满') },
    read: { data: { _id: 'counter', n: 0 } },
  })
  expect(cloud.engine.count('things')).toBe(1)

  cloud.engine.sql.execute(`PRAGMA max_page_count = ${pages * 1000}`)
  expect(await cloud.invoke('writer', { size: 100_000 })).toMatchObject({ add: { errMsg: 'collection.add:ok' }, upload: { errMsg: 'uploadFile:ok' }, read: { data: { n: 1 } } })
  expect(cloud.engine.count('things')).toBe(3)
})

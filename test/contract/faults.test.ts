import { functionsDirectory, quietCloud, removeTemporaryDirectories, WITH_SDK } from '../local-cloud/support'
import type { Cloud } from '../../local-cloud/start'

/** Runs a piece of code where a cloud function runs, with the SDK as published, and brings back what it returned or threw. */
const LABORATORY = `${WITH_SDK}
exports.main = async ({ code, input }) => {
  try {
    return { value: await eval('(' + code + ')')({ cloud, db, input }) }
  } catch (e) {
    return { error: { errCode: e.errCode, errMsg: e.errMsg ?? e.message, code: e.code } }
  }
}
`
type Sdk = { cloud: any; db: any; input: any }
type Outcome = { value?: any; error?: { errCode?: number; errMsg: string; code?: string } }

let cloud: Cloud
beforeAll(async () => {
  const functionsDir = functionsDirectory({ laboratory: { code: LABORATORY, config: { permissions: { openapi: ['subscribeMessage.send'] } } }, greeter: { code: 'exports.main = async () => "hello"' } })
  cloud = await quietCloud({ functionsDir, processesMax: 2 })
  cloud.engine.createCollection('things')
  cloud.acceptMessages('oPerson', 'template', 10)
})
afterAll(async () => {
  await cloud.close()
  removeTemporaryDirectories()
})
afterEach(() => {
  cloud.faults.clear()
  cloud.engine.remove('things', { multi: true })
})

const attempt = (work: (sdk: Sdk) => unknown, input?: unknown) => cloud.invoke<Outcome>('laboratory', { code: work.toString(), input }, { openid: 'oPerson' })
const failing = async (work: (sdk: Sdk) => unknown, input?: unknown) => {
  const { value, error } = await attempt(work, input)
  if (!error) throw new Error(`did not fail: ${JSON.stringify(value)}`)
  return error
}
const stored = () => cloud.engine.find('things', { sort: [['_id', 1]] })
const add = ({ db }: Sdk) => db.collection('things').add({ data: { _id: 'a', n: 1 } })

describe('faults as the unmodified SDK meets them', () => {
  test.each([
    ['before', []],
    ['after', [{ _id: 'a', n: 1 }]],
  ])('an error %s the write', async (moment, left) => {
    cloud.faults.add({ on: { action: 'database.insertDocument', collection: 'things' }, do: { error: moment } })
    expect(await failing(add)).toMatchObject({ errCode: -501001, errMsg: expect.stringMatching(/^collection\.add:fail -501001 .*故障演练/) })
    expect(stored()).toEqual(left)
  })

  test('an error with a code and words of its own', async () => {
    cloud.faults.add({ on: { action: 'database.' }, do: { error: 'before', code: 'DATABASE_REQUEST_FAILED', message: 'exhausted' } })
    expect(await failing(add)).toMatchObject({ errCode: -502001, errMsg: expect.stringMatching(/exhausted/) })
  })

  test.each([
    ['before', []],
    ['after', [{ _id: 'a', n: 1 }]],
  ])('a connection broken off %s the write', async (moment, left) => {
    cloud.faults.add({ on: { action: 'database.insertDocument' }, do: { reset: moment } })
    expect((await failing(add)).errMsg).toMatch(/socket hang up|ECONNRESET/)
    expect(stored()).toEqual(left)
    expect((await attempt(({ db }) => db.collection('things').count())).value).toMatchObject({ total: left.length })
  })

  test('a delay holds up the one call that it is for', async () => {
    cloud.faults.add({ on: { action: 'database.calculateDocument' }, do: { delay: 300 } })
    const { value } = await attempt(async ({ db }) => {
      const times = []
      for (let i = 0; i < 2; i += 1) {
        const begun = performance.now()
        await db.collection('things').count()
        times.push(performance.now() - begun)
      }
      return times
    })
    expect(value[0]).toBeGreaterThanOrEqual(295)
    expect(value[1]).toBeLessThan(value[0])
  })

  test.each([
    ['before', [{ _id: 'a', n: 1 }]],
    ['after', [{ _id: 'a', n: 2 }]],
  ])('a commit whose reply is lost %s it', async (moment, left) => {
    await attempt(add)
    cloud.faults.add({ on: { action: 'database.commitTransaction' }, do: { reset: moment } })
    await failing(async ({ db }) => {
      const transaction = await db.startTransaction()
      await transaction.collection('things').doc('a').update({ data: { n: 2 } })
      try {
        await transaction.commit()
      } catch (error) {
        await transaction.rollback().catch(() => undefined)
        throw error
      }
    })
    expect(stored()).toEqual(left)
  })

  test('a conflict at the commit is tried again by the SDK, at an operation it is not', async () => {
    await attempt(add)
    const work = ({ db }: Sdk) => db.runTransaction(async (transaction: any) => void (await transaction.collection('things').doc('a').update({ data: { n: 5 } })))
    cloud.faults.add({ on: { action: 'database.commitTransaction' }, do: { error: 'after', code: 'DATABASE_TRANSACTION_CONFLICT' } })
    expect((await attempt(work)).error).toBeUndefined()
    expect(stored()).toEqual([{ _id: 'a', n: 5 }])
    expect(cloud.invocations().at(-1)).toMatchObject({ databaseCalls: 6 })
    cloud.faults.add({ on: { action: 'database.modifyDocument' }, do: { error: 'before', code: 'DATABASE_TRANSACTION_CONFLICT' } })
    expect((await failing(work)).errMsg).toMatch(/document\.update:fail -501001/)
    expect(cloud.invocations().at(-1)).toMatchObject({ databaseCalls: 3 })
  })

  test.each([
    ['before', false],
    ['after', true],
  ])('an upload that fails %s the file is kept', async (moment, isKept) => {
    for (const [name, effect, words] of [['answered', { error: moment }, /故障演练/], ['broken', { reset: moment }, /socket hang up|ECONNRESET|EPIPE/]] as const) {
      const path = `faults/${name}-${moment}.txt`
      cloud.faults.add({ on: { action: 'storage.upload' }, do: effect })
      expect((await failing(({ cloud, input }) => cloud.uploadFile({ cloudPath: input, fileContent: Buffer.from('content') }), path)).errMsg).toMatch(words)
      expect(cloud.engine.sql.prepare('SELECT path FROM files WHERE path = ?').all([path])).toHaveLength(isKept ? 1 : 0)
    }
  })

  test('an upload of which not even the meta-data are given, and a download that breaks off', async () => {
    cloud.faults.add({ on: { action: 'storage.getUploadMetadata' }, do: { error: 'before' } })
    const upload = ({ cloud }: Sdk) => cloud.uploadFile({ cloudPath: 'faults/plain.txt', fileContent: Buffer.from('content') })
    expect((await failing(upload)).errMsg).toMatch(/^uploadFile:fail.*故障演练/)
    expect((await attempt(upload)).error).toBeUndefined()
    cloud.faults.add({ on: { action: 'storage.download' }, do: { reset: 'before' } })
    const download = async ({ cloud }: Sdk) => String((await cloud.downloadFile({ fileID: (await cloud.uploadFile({ cloudPath: 'faults/plain.txt', fileContent: Buffer.from('content') })).fileID })).fileContent)
    expect((await failing(download)).errMsg).toMatch(/socket hang up|ECONNRESET/)
    expect((await attempt(download)).value).toBe('content')
  })

  test.each([
    ['before', 0],
    ['after', 1],
  ])('a message that goes out %s its reply is lost', async (moment, sent) => {
    const before = cloud.sentMessages().length
    cloud.faults.add({ on: { action: 'openapi.subscribeMessage.send' }, do: { reset: moment } })
    await failing(({ cloud }) => cloud.openapi.subscribeMessage.send({ touser: 'oPerson', templateId: 'template', page: 'index', data: { thing1: { value: 'x' } } }))
    expect(cloud.sentMessages().length - before).toBe(sent)
  })

  test('a nested call that is answered with an error', async () => {
    cloud.faults.add({ on: { action: 'functions.invokeFunction', functionName: 'laboratory' }, do: { error: 'before', code: 'FUNCTIONS_EXECUTE_FAIL', message: 'out of order' } })
    expect(await failing(({ cloud }) => cloud.callFunction({ name: 'greeter' }))).toMatchObject({ code: 'FUNCTIONS_EXECUTE_FAIL', errMsg: expect.stringMatching(/out of order/) })
    expect((await attempt(({ cloud }) => cloud.callFunction({ name: 'greeter' }))).value).toMatchObject({ result: 'hello' })
  })

  test.each([
    ['before', 2, ['w1']],
    ['after', 2, ['w1', 'w2']],
    ['after', 4, ['w1', 'w2', 'w3', 'w4']],
  ])('a function killed %s its write %i has done the writes up to it and none after', async (moment, atCall, left) => {
    cloud.faults.add({ on: { action: 'database.', functionName: 'laboratory' }, do: { killFunction: moment, atCall } })
    const writes = async ({ db }: Sdk) => {
      for (let i = 1; i <= 5; i += 1) await db.collection('things').add({ data: { _id: `w${i}` } })
    }
    await expect(attempt(writes)).rejects.toMatchObject({ code: 'FUNCTIONS_EXECUTE_FAIL', message: expect.stringMatching(/SIGKILL/) })
    expect(stored().map(({ _id }) => _id)).toEqual(left)
    expect(cloud.invocations().at(-1)).toMatchObject({ functionName: 'laboratory', ok: false, databaseCalls: atCall })
    expect((await attempt(({ db }) => db.collection('things').count())).value).toMatchObject({ total: left.length })
  })
})

import { openLaboratory, type Sdk, type Thrown } from './laboratory'

const { fail, run } = openLaboratory({ collections: ['plain'], permissions: ['subscribeMessage.send'] })

/** How each refusal reaches the caller: the kind of the error, its fields, and where the code is left. */
const MISSING = '[ResourceNotFound] Db or Table not exist: todos. Please check your request, but if the problem cannot be solved, contact us.'
type Row = readonly [api: string, work: (sdk: Sdk) => unknown]

describe('database: a plain Error of errCode and errMsg; the code is lost', () => {
  const rows: Row[] = [
    ['collection.add', ({ db }) => db.collection('todos').add({ data: {} })],
    ['collection.get', ({ db }) => db.collection('todos').where({ a: 1 }).get()],
    ['collection.count', ({ db }) => db.collection('todos').count()],
    ['collection.update', ({ db }) => db.collection('todos').where({ a: 1 }).update({ data: { a: 2 } })],
    ['collection.remove', ({ db }) => db.collection('todos').where({ a: 1 }).remove()],
    ['document.get', ({ db }) => db.collection('todos').doc('a').get()],
    ['document.set', ({ db }) => db.collection('todos').doc('a').set({ data: { a: 1 } })],
    ['document.update', ({ db }) => db.collection('todos').doc('a').update({ data: { a: 1 } })],
    ['document.remove', ({ db }) => db.collection('todos').doc('a').remove()],
  ]
  test.each(rows)('%s', async (api, work) => {
    const message = `${api}:fail -502005 database collection not exists. ${MISSING}`
    expect(await fail(work)).toEqual({ type: 'Error', keys: ['errCode', 'errMsg'], errCode: -502005, errMsg: message, message })
  })

  const codes: [string, number, string, (sdk: Sdk) => unknown][] = [
    ['INVALID_PARAM', -501007, 'invalid parameters', ({ db }) => db.collection('plain').remove()],
    ['DATABASE_REQUEST_FAILED', -502001, 'database request fail', ({ db }) => db.collection('plain').where({ a: { $in: 1 } }).get()],
    ['DATABASE_INVALID_OPERRATOR', -502002, 'database invalid command', ({ db }) => db.collection('plain').where({ $where: '1' }).get()],
    ['DATABASE_TRANSACTION_FAIL', -501001, 'resource system error', async ({ db }) => {
      const t = await db.startTransaction()
      await t.rollback()
      await t.collection('plain').doc('a').remove()
    }],
  ]
  test.each(codes)('%s is %d', async (_code, errCode, text, work) => {
    expect(await fail(work)).toMatchObject({ type: 'Error', keys: ['errCode', 'errMsg'], errCode, errMsg: expect.stringContaining(`:fail ${errCode} ${text}. `) })
  })
})

describe('aggregate, createCollection, functions and files: a TcbError of errCode -1 that keeps its code', () => {
  const rows: [string, string, string[], (sdk: Sdk) => unknown][] = [
    ['collection.aggregate', 'DATABASE_COLLECTION_NOT_EXIST', [], ({ db }) => db.collection('todos').aggregate().match({}).end()],
    ['createCollection', 'DATABASE_COLLECTION_ALREADY_EXIST', [], ({ db }) => db.createCollection('plain')],
    ['callFunction', 'FUNCTION_NOT_FOUND', ['requestID'], ({ cloud }) => cloud.callFunction({ name: 'nobody' })],
    ['uploadFile', 'STORAGE_SIGN_PARAM_INVALID', [], ({ cloud }) => cloud.uploadFile({ cloudPath: '../a', fileContent: Buffer.from('') })],
  ]
  test.each(rows)('%s', async (api, code, more, work) => {
    const error = await fail(work)
    expect(error).toEqual({ type: 'TcbError', keys: ['code', 'requestId', 'errCode', 'errMsg', ...more], errCode: -1, code, errMsg: expect.stringMatching(new RegExp(`^${api}:fail `)), message: error.errMsg })
  })

  test('downloadFile of a file that is not there', async () => {
    expect(await fail(({ cloud }) => cloud.downloadFile({ fileID: 'cloud://linjing-local.local-bucket/none' }))).toMatchObject({ type: 'TcbError', keys: ['code', 'message', 'requestId', 'errCode', 'errMsg'], errCode: -1, code: 'STORAGE_FILE_NONEXIST', errMsg: 'downloadFile:fail undefined' })
  })
})

describe('transactions: a TcbError with a code and neither errCode nor errMsg', () => {
  const GONE = { type: 'TcbError', keys: ['code', 'requestId'], code: 'DATABASE_TRANSACTION_FAIL' }
  test('commit', async () => {
    expect(
      await fail(async ({ db }) => {
        const t = await db.startTransaction()
        await t.commit()
        await t.commit()
      }),
    ).toMatchObject(GONE)
  })

  test('rollback of what has ended is no error: the SDK asks for it after each failure', async () => {
    expect(
      await run(async ({ db }) => {
        const t = await db.startTransaction()
        await t.rollback()
        return (await t.rollback()).data
      }),
    ).toEqual({})
  })
})

test('files, item by item: a status and no throw', async () => {
  expect(
    await run(async ({ cloud }) => {
      const fileList = ['cloud://linjing-local.local-bucket/none', 'cloud://other.bucket/a', 'no id']
      return [(await cloud.getTempFileURL({ fileList })).fileList, (await cloud.deleteFile({ fileList })).fileList]
    }),
  ).toEqual([
    [
      { fileID: 'cloud://linjing-local.local-bucket/none', status: -503003, errMsg: 'storage file not exists', tempFileURL: '' },
      { fileID: 'cloud://other.bucket/a', status: -503002, errMsg: 'storage permission denied', tempFileURL: '' },
      { fileID: 'no id', status: -503002, errMsg: 'storage permission denied', tempFileURL: '' },
    ],
    [
      { fileID: 'cloud://linjing-local.local-bucket/none', status: -503003, errMsg: 'storage file not exists' },
      { fileID: 'cloud://other.bucket/a', status: -503002, errMsg: 'storage permission denied' },
      { fileID: 'no id', status: -503002, errMsg: 'storage permission denied' },
    ],
  ])
})

describe('openapi', () => {
  test('an errcode of WeChat is a CloudSDKError', async () => {
    expect(await fail(({ cloud }) => cloud.openapi.subscribeMessage.send({ touser: 'o', templateId: 'T', data: { thing1: { value: 'a' } } }))).toMatchObject({ type: 'CloudSDKError', keys: ['errCode', 'errMsg'], errCode: 43101, errMsg: 'openapi.subscribeMessage.send:fail user refuse to accept the msg' })
  })
  test('a refusal of the cloud carries the text of its code', async () => {
    expect(await fail(({ cloud }) => cloud.openapi({ appid: 'wxOther' }).subscribeMessage.send({ touser: 'o' }))).toMatchObject({ keys: ['errCode', 'errMsg'], errCode: -501007, errMsg: expect.stringMatching(/^openapi\.subscribeMessage\.send:fail -501007 invalid parameters\. /) })
  })
})

describe('what else the SDK offers is refused by its name', () => {
  const rows: [string, string, (sdk: Sdk) => unknown][] = [
    ['getOpenData', 'getOpenData', ({ cloud }) => cloud.getOpenData({ list: ['CID'] })],
    ['getVoIPSign', 'getVoIPSign', ({ cloud }) => cloud.getVoIPSign({ groupId: 'g', nonce: 'n', timestamp: 1 })],
    ['getCloudCallSign', 'getCloudCallSign', ({ cloud }) => cloud.getCloudCallSign({ parameterList: [] })],
    ['cloudPay', 'cloudPay.unifiedOrder', ({ cloud }) => cloud.cloudPay.unifiedOrder({ body: 'a' })],
    ['another openapi', 'openapi.wxacode.get', ({ cloud }) => cloud.openapi.wxacode.get({ path: 'a' })],
  ]
  test.each(rows)('%s', async (_name, shown, work) => {
    const error: Thrown = await fail(work)
    expect(error).toMatchObject({ keys: ['errCode', 'errMsg'], errCode: expect.any(Number), errMsg: expect.stringContaining(`本地云不支持 ${shown} (the local cloud does not serve ${shown})`) })
  })
})

import { once } from 'node:events'
import { createServer, request, type ClientRequest } from 'node:http'
import { connect } from 'node:net'
import { openFaults } from '../../../local-cloud/faults/openFaults'
import { openAdmin } from '../../../local-cloud/gateway/admin'
import { openCurrentCaller } from '../../../local-cloud/gateway/queryLog'
import { closeServer, listen } from '../../../local-cloud/gateway/server'
import { startCloud, type Cloud } from '../../../local-cloud/start'

/** The wire itself, without the SDK in front: whatever comes, the answer has the SDK's shape and the gateway stays up. */
let cloud: Cloud
beforeAll(async () => {
  cloud = await startCloud({ dataDir: ':memory:', functionsDir: 'no-functions', timers: false, quiet: true, indexes: {} })
  cloud.engine.createCollection('things')
  cloud.engine.insert('things', [{ _id: 'a', n: 1 }, { _id: 'b', n: 2 }])
})
afterAll(() => cloud.close())
afterEach(async () => expect(await ask({ action: 'database.calculateDocument', collectionName: 'things' })).toMatchObject({ data: { total: expect.any(Number) } }))

type Answer = { code?: string; message?: string; requestId: string; data?: Record<string, unknown>; transactionId?: string }

async function send(body: string, init: RequestInit = {}): Promise<Answer> {
  const reply = await fetch(cloud.adminUrl, { method: 'POST', headers: { 'content-type': 'application/json' }, body, ...init })
  expect([reply.status, reply.headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8'])
  const answer = (await reply.json()) as Answer
  expect(answer.requestId).toMatch(/^[0-9a-f]{16}$/)
  expect(answer.message ?? '').not.toMatch(/\.ts:|node:internal|node_modules|at Object\./)
  return answer
}
const ask = (body: object) => send(JSON.stringify(body))

const get = { action: 'database.getDocument', collectionName: 'things', queryType: 'WHERE' }
const update = { action: 'database.modifyDocument', collectionName: 'things', queryType: 'DOC', query: '{"_id":"a"}', data: '{"$set":{"n":5}}', merge: true, multi: false, upsert: false }

describe('bodies that are no request', () => {
  test.each(['{"action":', '', 'null', '[]', '"text"', '7', '{"a":1}}', '\0\0\0', '\uFEFF{}', 'action=database.getDocument', '<xml/>'])('%p', async (body) => {
    expect(await send(body)).toMatchObject({ code: 'INVALID_PARAM' })
  })

  test('100,000 brackets, as the body, as a field, as a query and as a document', async () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000)
    const nested = '{"a":'.repeat(50_000) + '1' + '}'.repeat(50_000)
    expect(await send(deep)).toMatchObject({ code: 'INVALID_PARAM' })
    expect(await ask({ action: 'functions.invokeFunction', function_name: 'any', request_data: deep })).toMatchObject({ code: 'INVALID_PARAM' })
    expect(await send(`{"action":"database.calculateDocument","collectionName":"things","more":${deep}}`)).toMatchObject({ data: { total: 2 } })
    expect((await ask({ ...get, query: nested })).code).toBeDefined()
    expect((await ask({ action: 'database.insertDocument', collectionName: 'things', data: [nested] })).code).toBeDefined()
    expect((await ask({ action: 'database.aggregateDocuments', collectionName: 'things', stages: [{ stageKey: '$match', stageValue: nested }] })).code).toBeDefined()
  })

  test('any content type but a form is read as JSON', async () => {
    for (const type of ['text/plain', 'application/octet-stream', 'application/json; charset=gbk']) expect(await send(JSON.stringify(get), { headers: { 'content-type': type } })).toMatchObject({ data: { list: expect.any(Array) } })
  })

  test('fields nobody knows are passed over', async () => {
    expect(await ask({ ...get, database: 'x', instance: 'y', constructor: { name: 1 }, __proto__: null, tcb_sessionToken: '' })).toMatchObject({ data: { list: expect.any(Array) } })
  })

  test.each(['GET', 'PUT', 'DELETE', 'PATCH'])('%s is refused', async (method) => {
    expect(await send('', { method, body: method === 'GET' ? null : '{}' })).toMatchObject({ code: 'INVALID_PARAM', message: expect.stringContaining(method) })
  })
})

describe('actions that are none', () => {
  test.each([
    ['database.explain', 'DATABASE_INVALID_OPERRATOR'],
    ['database', 'DATABASE_INVALID_OPERRATOR'],
    ['storage.batchCopyFile', 'STORAGE_REQUEST_FAIL'],
    ['functions.deleteFunction', 'FUNCTIONS_REQUEST_FAIL'],
    ['wx.wxCallContainerApi', 'INVALID_PARAM'],
    ['constructor', 'INVALID_PARAM'],
    ['__proto__', 'INVALID_PARAM'],
    ['', 'INVALID_PARAM'],
    [7, 'INVALID_PARAM'],
    [['database.getDocument'], 'DATABASE_INVALID_OPERRATOR'],
    [undefined, 'INVALID_PARAM'],
  ])('%p is refused by its name', async (action, code) => expect(await ask({ action })).toMatchObject({ code, message: expect.stringContaining(String(action)) }))
})

describe('parameters of the wrong kind', () => {
  const insert = { action: 'database.insertDocument', collectionName: 'things' }
  const rows: [string, object][] = [
    ['no collection', { ...get, collectionName: undefined }],
    ['a collection that is a number', { ...get, collectionName: 7 }],
    ['a collection that is a list', { ...get, collectionName: ['things'] }],
    ['a query that is an object and no text', { ...get, query: { _id: 'a' } }],
    ['a query that is no EJSON', { ...get, query: '{"a":' }],
    ['a query that is a list', { ...get, query: '[]' }],
    ['a date that is none', { ...get, query: '{"a":{"$date":"yesterday"}}' }],
    ['a limit that is a text', { ...get, limit: '5' }],
    ['a limit below nothing', { ...get, limit: -1 }],
    ['half an offset', { ...get, offset: 0.5 }],
    ['an offset beyond counting', { ...get, offset: 1e300 }],
    ['an order that is a list', { ...get, order: '[["a",1]]' }],
    ['a direction of 2', { ...get, order: '{"a":2}' }],
    ['a direction in words', { ...get, order: '{"a":"asc"}' }],
    ['a projection that is a text', { ...get, projection: '"a"' }],
    ['documents that are no list', { ...insert, data: '{}' }],
    ['no document', { ...insert, data: [] }],
    ['a document that is an object and no text', { ...insert, data: [{ a: 1 }] }],
    ['a document that is a list', { ...insert, data: ['[]'] }],
    ['an _id that is an object', { ...insert, data: ['{"_id":{"a":1}}'] }],
    ['an _id that is null', { ...insert, data: ['{"_id":null}'] }],
    ['an empty _id', { ...insert, data: ['{"_id":""}'] }],
    ['no change', { ...update, data: undefined }],
    ['a change that is an object and no text', { ...update, data: {} }],
    ['merge in words', { ...update, merge: 'true' }],
    ['multi as a number', { ...update, multi: 1 }],
    ['a transaction that is a number', { ...get, transactionId: 1 }],
    ['a commit of nothing', { action: 'database.commitTransaction' }],
    ['stages that are no list', { action: 'database.aggregateDocuments', collectionName: 'things', stages: {} }],
    ['a stage that is a text', { action: 'database.aggregateDocuments', collectionName: 'things', stages: ['$match'] }],
    ['a stage without a value', { action: 'database.aggregateDocuments', collectionName: 'things', stages: [{ stageKey: '$match' }] }],
    ['a function without a name', { action: 'functions.invokeFunction' }],
    ['an event that is no JSON', { action: 'functions.invokeFunction', function_name: 'f', request_data: '{' }],
    ['an event that is no text', { action: 'functions.invokeFunction', function_name: 'f', request_data: {} }],
    ['a file without a path', { action: 'storage.getUploadMetadata' }],
    ['an upload by another method', { action: 'storage.getUploadMetadata', path: 'a', method: 'post' }],
    ['files that are no list', { action: 'storage.batchGetDownloadUrl', file_list: {} }],
    ['a file that is null', { action: 'storage.batchGetDownloadUrl', file_list: [null] }],
    ['a file without an id', { action: 'storage.batchGetDownloadUrl', file_list: [{}] }],
    ['an id that is a number', { action: 'storage.batchDeleteFile', fileid_list: [7] }],
    ['an interface without a name', { action: 'wx.api' }],
  ]
  test.each(rows)('%s is INVALID_PARAM', async (_name, body) => expect(await ask(body)).toMatchObject({ code: 'INVALID_PARAM', message: expect.any(String) }))

  test('another environment is INVALID_ENV, none or an empty one is this', async () => {
    expect(await ask({ ...get, envName: 'other' })).toMatchObject({ code: 'INVALID_ENV', message: expect.stringContaining('other') })
    for (const envName of ['', undefined, 'linjing-local']) expect(await ask({ ...get, envName })).toMatchObject({ data: {} })
  })

  test('another _id, which the SDK itself refuses, is refused in the words of MongoDB', async () => {
    expect(await ask({ ...update, data: '{"$set":{"_id":"x"}}' })).toMatchObject({ code: 'DATABASE_REQUEST_FAILED', message: expect.stringContaining("would modify the immutable field '_id'") })
  })

  test('a replacement of many is refused', async () => {
    expect(await ask({ ...update, queryType: 'WHERE', query: '{}', merge: false, multi: true, data: '{"n":0}' })).toMatchObject({ code: 'DATABASE_REQUEST_FAILED', message: expect.stringContaining('replacement-style') })
  })

  test('null bytes are characters in a document, and in a name a reason to refuse', async () => {
    expect(await ask({ ...get, collectionName: 'things\0' })).toMatchObject({ code: 'DATABASE_COLLECTION_NOT_EXIST' })
    expect(await ask({ action: 'database.insertDocument', collectionName: 'things', data: ['{"_id":"nul\\u0000l","t":"a\\u0000b"}'] })).toMatchObject({ data: { insertedIds: ['nul\0l'] } })
    expect(await ask({ ...get, query: '{"t":"a\\u0000b"}' })).toMatchObject({ data: { list: [JSON.stringify({ _id: 'nul\0l', t: 'a\0b' })] } })
    await ask({ action: 'database.removeDocument', collectionName: 'things', queryType: 'DOC', query: '{"_id":"nul\\u0000l"}' })
  })
})

describe('transactions', () => {
  const rows: [string, object][] = [
    ['a query', get],
    ['a count', { ...get, action: 'database.calculateDocument' }],
    ['an update of many', { ...update, queryType: 'WHERE' }],
    ['an update that returns', { ...update, action: 'database.modifyAndReturnDoc', queryType: 'WHERE' }],
    ['a removal of many', { ...get, action: 'database.removeDocument', query: '{"n":1}' }],
    ['an aggregation', { action: 'database.aggregateDocuments', collectionName: 'things', stages: [] }],
  ]
  test.each(rows)('%s is refused within one', async (_name, body) => {
    const { transactionId } = await ask({ action: 'database.startTransaction' })
    expect(await ask({ ...body, transactionId })).toMatchObject({ code: 'DATABASE_INVALID_OPERRATOR', message: expect.stringContaining('只支持单记录操作') })
    expect(await ask({ action: 'database.abortTransaction', transactionId })).toMatchObject({ data: {} })
  })

  test('one nobody began does not exist', async () => {
    for (const body of [{ ...get, queryType: 'DOC', query: '{"_id":"a"}' }, update, { action: 'database.commitTransaction' }]) {
      expect(await ask({ ...body, transactionId: 'nobody' })).toMatchObject({ code: 'DATABASE_TRANSACTION_FAIL', message: expect.stringContaining('TransactionNotExist') })
    }
  })
})

describe('sizes, haste and idleness', () => {
  const HEAD = 'POST /admin HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n'
  const REFUSED = /^HTTP\/1\.1 200 OK[^]*"code":"EXCEED_REQUEST_SIZE_LIMIT"/

  test('a body announced with 100 MB is refused before it comes', async () => {
    const socket = connect(Number(new URL(cloud.url).port), '127.0.0.1')
    socket.write(`${HEAD}Content-Length: ${100 * 1024 * 1024}\r\n\r\n{"action":`)
    expect(String((await once(socket, 'data'))[0])).toMatch(REFUSED)
    socket.destroy()
  })

  test('100 MB that come unannounced are refused and dropped, and the next request on that line is answered', async () => {
    const socket = connect(Number(new URL(cloud.url).port), '127.0.0.1')
    const answered = once(socket, 'data')
    socket.write(`${HEAD}Transfer-Encoding: chunked\r\n\r\n`)
    const piece = Buffer.concat([Buffer.from('100000\r\n'), Buffer.alloc(1024 * 1024, 'x'), Buffer.from('\r\n')])
    for (let sent = 0; sent < 100; sent++) if (!socket.write(piece)) await once(socket, 'drain')
    expect(String((await answered)[0])).toMatch(REFUSED)
    const body = JSON.stringify(get)
    socket.write(`0\r\n\r\n${HEAD}Content-Length: ${body.length}\r\n\r\n${body}`)
    expect(String((await once(socket, 'data'))[0])).toMatch(/"data":\{"list":/)
    socket.destroy()
  })

  test('a body that comes in drops is waited for, and keeps nobody else waiting', async () => {
    const slow = post()
    const drops = JSON.stringify(get).match(/.{1,20}/g)!
    for (const drop of drops) {
      slow.request.write(drop)
      expect(await ask(get)).toMatchObject({ data: {} })
    }
    slow.request.end()
    expect(await slow.answer).toMatchObject({ data: { list: expect.any(Array) } })
  })

  test('callers that hang up in the middle leave no trace', async () => {
    const lines = cloud.logs().length
    await Promise.all(
      Array.from({ length: 20 }, () => {
        const { request: half, answer } = post()
        half.write('{"action":"database.insertDocument","collectionName":"things",', () => setImmediate(() => half.destroy()))
        return answer.catch(() => undefined)
      }),
    )
    expect(await ask({ action: 'database.calculateDocument', collectionName: 'things' })).toMatchObject({ data: { total: 2 } })
    expect(cloud.logs()).toHaveLength(lines)
  })

  test('400 requests at once are each answered with their own', async () => {
    const answers = await Promise.all(Array.from({ length: 400 }, (_each, i) => ask(i % 4 === 0 ? { action: 'none' } : { ...get, query: JSON.stringify({ n: (i % 2) + 1 }) })))
    answers.forEach((answer, i) => expect(answer).toMatchObject(i % 4 === 0 ? { code: 'INVALID_PARAM' } : { data: { list: [expect.stringContaining(`"n":${(i % 2) + 1}`)] } }))
    expect(new Set(answers.map(({ requestId }) => requestId)).size).toBe(400)
  })

  test('a web page cannot use the admin door', async () => {
    for (const headers of [{ origin: 'http://evil.example' }, { 'sec-fetch-site': 'cross-site' }] as Record<string, string>[]) expect(await send(JSON.stringify(get), { headers })).toMatchObject({ code: 'INVALID_PARAM', message: expect.stringContaining('browsers') })
  })
})

test('a mistake of the cloud itself is told by a number; the log has the rest', async () => {
  const told: string[] = []
  const broken = () => {
    throw new Error('/home/somebody/secret.db is malformed')
  }
  const server = createServer((incoming, response) => void openAdmin({ actions: { broken }, runner: { invocationOf: () => undefined }, faults: openFaults(() => undefined), caller: openCurrentCaller(), openapi: broken, envId: 'e', report: (text) => told.push(text) })(incoming, response))
  const port = await listen(server, 0)
  try {
    const { code, message, requestId } = (await (await fetch(`http://127.0.0.1:${port}/admin`, { method: 'POST', body: '{"action":"broken"}' })).json()) as Answer
    expect(code).toBe('SYS_ERR')
    expect(message).toContain(requestId)
    expect(message).not.toContain('secret')
    expect(told).toEqual([expect.stringContaining('secret.db is malformed')])
    expect(told[0]).toContain(requestId)
  } finally {
    await closeServer(server)
  }
})

function post(): { request: ClientRequest; answer: Promise<Answer> } {
  const posting = request(cloud.adminUrl, { method: 'POST', headers: { 'content-type': 'application/json' } })
  const answer = new Promise<Answer>((resolve, reject) => {
    posting.once('error', reject).once('response', (reply) => {
      let text = ''
      reply.on('data', (data: Buffer) => (text += data.toString())).on('end', () => resolve(JSON.parse(text) as Answer))
    })
  })
  return { request: posting, answer }
}

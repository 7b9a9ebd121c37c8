import { readdirSync } from 'node:fs'
import type { IndexDefinitions } from '../../../local-cloud/engine/indexes'
import type { Cloud } from '../../../local-cloud/start'
import { functionsDirectory, quietCloud, removeTemporaryDirectories } from '../support'

let cloud: Cloud
beforeAll(async () => {
  const functionsDir = functionsDirectory({
    say: { code: 'exports.main = async ({ words, fail }) => { console.log(words); if (fail) throw new Error("no"); console.warn("careful"); return words }' },
    beat: { code: 'exports.main = async () => "beaten"', config: { triggers: [{ name: 'every', type: 'timer', config: '0 * * * * * *' }] } },
    broken: { code: 'exports.main = async () => { throw new Error("out of order") }', config: { triggers: [{ name: 'never', type: 'timer', config: '0 0 0 1 1 * 2099' }] } },
  })
  const indexes: IndexDefinitions = { cases: [{ name: 'by_state', keys: [['state', 1], ['n', 1]] }] }
  cloud = await quietCloud({ functionsDir, indexes, messageTemplates: { T: { title: '通知', fields: { thing1: '事项' } } } })
  cloud.engine.createCollection('cases')
  cloud.engine.insert('cases', Array.from({ length: 60 }, (_, n) => ({ _id: `c${n}`, n, state: n % 2 ? 'open' : 'closed', at: new Date(1795000000000 + n), long: '长'.repeat(500), list: [1, 2], inner: { a: 1 } })))
  cloud.engine.insert('cases', [{ _id: 7, state: 'numbered' }])
})
afterAll(async () => {
  await cloud.close()
  removeTemporaryDirectories()
})

const get = async (path: string, asked: Record<string, string> = {}) => {
  const reply = await fetch(`${cloud.url}/_cloud/api/${path}?${new URLSearchParams(asked)}`)
  return { status: reply.status, answer: await reply.json() }
}
const send = async (path: string, body: unknown, method = 'POST') => {
  const reply = await fetch(`${cloud.url}/_cloud/api/${path}`, { method, body: JSON.stringify(body) })
  return { status: reply.status, answer: await reply.json() }
}

describe('the page', () => {
  test('is served with every file of its folder, under a policy that runs nothing else', async () => {
    const files = readdirSync('local-cloud/inspector/page').map((name) => `/_cloud/page/${name}`)
    expect(files.length).toBeGreaterThan(10)
    for (const route of ['/_cloud', ...files]) {
      const reply = await fetch(cloud.url + route)
      expect([route, reply.status, reply.headers.get('content-security-policy')]).toEqual([route, 200, expect.stringMatching(/default-src 'none'; script-src 'self';.*frame-ancestors 'none'/)])
    }
  })

  test.each(['/_cloud/page/../routes.ts', '/_cloud/page/..%2froutes.ts', '/_cloud/page/', '/_cloud/page/toString', '/_cloud/api/constructor', '/_cloud/nothing'])('%s leads nowhere', async (route) => {
    expect((await fetch(cloud.url + route)).status).toBe(404)
  })

  test.each(['/_cloud', '/_cloud/api/documents?collection=cases', '/_cloud/api/logs', '/_cloud/api/file?path=x', '/_cloud/api/faults'])('%s is not for foreign pages', async (route) => {
    expect((await fetch(cloud.url + route, { headers: { origin: 'http://evil.example' } })).status).toBe(403)
  })
})

describe('data', () => {
  test('the collections are counted', async () => expect((await get('collections')).answer).toEqual([{ name: 'cases', count: 61 }]))

  test('documents come fifty a page, in order', async () => {
    const first = (await get('documents', { collection: 'cases', sort: 'n', filter: '{"n":{"$gte":0}}' })).answer
    expect([first.documents.length, first.hasMore, first.documents[0]._id]).toEqual([50, true, 'c0'])
    const second = (await get('documents', { collection: 'cases', sort: 'n', filter: '{"n":{"$gte":0}}', skip: '50' })).answer
    expect([second.documents.length, second.hasMore, second.documents.at(-1)._id]).toEqual([10, false, 'c59'])
    expect((await get('documents', { collection: 'cases', sort: 'n', order: 'desc' })).answer.documents[0]._id).toBe('c59')
  })

  test('a line of a document is short', async () => {
    const [line] = (await get('documents', { collection: 'cases', filter: '{"_id":"c3"}' })).answer.documents
    expect(line).toEqual({ _id: 'c3', n: 3, state: 'open', at: { $date: 1795000000003 }, long: '长'.repeat(200), list: { $items: 2 }, inner: { $fields: 1 } })
  })

  test('a typed filter is the engine’s own, dates included, and its plan is told', async () => {
    const byState = (await get('documents', { collection: 'cases', filter: '{"state":"open","at":{"$lt":{"$date":"2026-11-18T11:06:40.010Z"}}}' })).answer
    expect(byState.documents.map(({ n }: { n: number }) => n)).toEqual([1, 3, 5, 7, 9])
    expect(byState.plan).toMatchObject({ index: 'by_state', isBounded: true, documentsExamined: 30, returned: 5 })
    expect((await get('documents', { collection: 'cases', filter: '{"long":"x"}' })).answer.plan).toMatchObject({ index: null, isBounded: false, documentsExamined: 61, returned: 0 })
  })

  test.each([
    ['no JSON', '{state:1}', /条件不是 JSON/],
    ['an unknown operator', '{"n":{"$foo":1}}', /\$foo/],
    ['an unreadable date', '{"at":{"$date":"soon"}}', /date/],
    ['a list', '[1]', /对象/],
  ])('%s is answered with what is wrong', async (_name, filter, words) => {
    const { status, answer } = await get('documents', { collection: 'cases', filter })
    expect([status, answer.errMsg]).toEqual([400, expect.stringMatching(words)])
  })

  test('a document opens whole, also by a number', async () => {
    expect((await get('document', { collection: 'cases', id: 'c3' })).answer).toMatchObject({ long: '长'.repeat(500), list: [1, 2], inner: { a: 1 } })
    expect((await get('document', { collection: 'cases', id: '7' })).answer).toEqual({ _id: 7, state: 'numbered' })
    expect((await get('document', { collection: 'cases', id: 'gone' })).status).toBe(404)
    expect((await get('documents', { collection: 'none' })).status).toBe(404)
    expect((await get('document', { collection: 'none', id: 'x' })).status).toBe(404)
  })
})

test('logs are found by function, level, words and invocation, newest first', async () => {
  await cloud.invoke('say', { words: '路灯 Blue' }, { openid: 'oWang' })
  await cloud.invoke('say', { words: '井盖', fail: true }).catch(() => undefined)
  const texts = async (asked: Record<string, string>) => (await get('logs', asked)).answer.lines.map(({ text }: { text: string }) => text)
  expect(await texts({ functionName: 'say', text: 'blue' })).toEqual(['路灯 Blue'])
  expect(await texts({ functionName: 'say', level: 'warn' })).toEqual(['careful'])
  expect(await texts({ functionName: 'beat' })).toEqual([])
  const [failed, done] = (await get('invocations')).answer
  expect([failed, done]).toMatchObject([{ functionName: 'say', ok: false, message: expect.stringContaining('no') }, { functionName: 'say', ok: true, openid: 'oWang' }])
  expect(await texts({ invocation: done.id, level: 'log' })).toEqual(['路灯 Blue'])
  expect((await texts({ invocation: failed.id })).at(-1)).toBe('井盖')
})

test('an invocation tells which reads travelled in it together, and of a call alone nothing: it may be a ballot', async () => {
  for (const event of [{ action: 'readDesk' }, { calls: [{ action: 'whoAmI' }, { action: 'listCases', request: {} }] }, { calls: [null, 7, { action: 9 }, {}] }, { calls: 'all' }, { words: 'x' }]) await cloud.invoke('say', event, { openid: 'oWang' })
  const shown = (await get('invocations')).answer.slice(0, 5).reverse()
  expect(shown.map(({ actions }: { actions?: string[] }) => actions)).toEqual([undefined, ['whoAmI', 'listCases'], undefined, undefined, undefined])
  await cloud.invoke('say', { calls: Array(1000).fill({ action: 'x'.repeat(1000) }) }, { openid: 'oWang' })
  expect(JSON.stringify((await get('invocations')).answer[0].actions).length).toBeLessThan(2_000)
})

test('what arrived on whose phone, and what may still arrive', async () => {
  for (const openid of ['oWang', 'oLi']) cloud.acceptMessages(openid, 'T', 3)
  const functionsDir = functionsDirectory({ send: { code: `const cloud = require(${JSON.stringify(require.resolve('wx-server-sdk'))}); cloud.init(); exports.main = (event) => cloud.openapi.subscribeMessage.send(event)`, config: { permissions: { openapi: ['subscribeMessage.send'] } } } })
  const other = await quietCloud({ functionsDir })
  other.acceptMessages('oWang', 'T', 2)
  other.acceptMessages('oLi', 'T')
  await other.invoke('send', { touser: 'oWang', templateId: 'T', page: 'p', data: { thing1: { value: '灯亮了' } } })
  await other.invoke('send', { touser: 'oLi', templateId: 'T', data: { thing1: { value: '另一条' } } })
  const ask = async (path: string) => (await fetch(`${other.url}/_cloud/api/${path}`)).json()
  expect((await ask('messages')).map(({ openid }: { openid: string }) => openid)).toEqual(['oLi', 'oWang'])
  expect(await ask('messages?openid=oWang')).toMatchObject([{ openid: 'oWang', templateId: 'T', page: 'p', data: { thing1: { value: '灯亮了' } } }])
  expect(await ask('phones')).toEqual({ accepts: [{ openid: 'oWang', templateId: 'T', left: 1 }], verdicts: [] })
  await other.close()
  expect((await get('about')).answer).toMatchObject({ adminUrl: cloud.adminUrl, hasApp: false, messageTemplates: { T: { title: '通知' } } })
})

test('files are found by how their paths begin, and never run', async () => {
  for (const path of ['a_b/1.png', 'a_b/2.html', 'axb/3.png']) await fetch(`${cloud.url}/client/upload?path=${encodeURIComponent(path)}`, { method: 'POST', body: 'x' })
  const paths = async (asked: Record<string, string>) => (await get('files', asked)).answer.files.map(({ path }: { path: string }) => path)
  expect((await paths({ prefix: 'a_b' })).sort()).toEqual(['a_b/1.png', 'a_b/2.html'])
  expect(await paths({ prefix: '%' })).toEqual([])
  expect(await paths({ skip: '2' })).toHaveLength(1)
  const page = await fetch(`${cloud.url}/_cloud/api/file?path=a_b%2F2.html`)
  expect([page.headers.get('content-type'), page.headers.get('content-disposition'), page.headers.get('content-security-policy')]).toEqual(['application/octet-stream', expect.stringMatching(/^attachment/), "default-src 'none'; sandbox"])
  expect((await get('file', { path: 'none' })).status).toBe(404)
})

test('timers are listed, fired by hand and told how to deliver', async () => {
  expect((await send('timers/fire', { functionName: 'beat' })).answer).toEqual({ result: 'beaten' })
  expect(await send('timers/fire', { functionName: 'broken' })).toMatchObject({ status: 400, answer: { errMsg: expect.stringContaining('out of order') } })
  expect((await send('timers/fire', { functionName: 'say' })).status).toBe(400)
  const { timers, delivery } = (await get('timers')).answer
  expect(delivery).toBe('once')
  expect(timers).toMatchObject([{ functionName: 'beat', name: 'every', cron: '0 * * * * * *', lastOutcome: 'ok' }, { functionName: 'broken', lastOutcome: 'failed', lastError: expect.stringContaining('out of order') }])
  expect((await send('timers/delivery', { mode: 'dropped' })).answer.delivery).toBe('dropped')
  expect((await send('timers/delivery', { mode: 'thrice' })).status).toBe(400)
  expect((await send('timers/delivery', { mode: 'once' })).answer.delivery).toBe('once')
})

test('faults are added, counted and cleared', async () => {
  expect((await send('faults', { on: { action: 'nonsense' }, do: { delay: 1 } })).status).toBe(400)
  expect((await send('faults', { do: {} })).answer.errMsg).toMatch(/do/)
  expect((await send('faults', { on: { action: 'database.', times: 2 }, do: { delay: 5 } })).status).toBe(200)
  await fetch(cloud.adminUrl, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ action: 'database.calculateDocument', envName: 'linjing-local', collectionName: 'cases', query: '{}' }) })
  expect((await get('faults')).answer).toMatchObject([{ on: { action: 'database.', times: 2 }, do: { delay: 5 }, struck: 1 }])
  expect((await send('faults', {}, 'DELETE')).answer).toEqual([])
  expect((await get('faults')).answer).toEqual([])
})

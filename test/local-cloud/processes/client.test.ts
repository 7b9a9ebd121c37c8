import { mkdirSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import path from 'node:path'
import type { Cloud } from '../../../local-cloud/start'
import { functionsDirectory, quietCloud, removeTemporaryDirectories, temporaryDirectory } from '../support'

const PEOPLE = [{ openid: 'oWang', name: '王阿姨', role: '居民', note: '三村' }, { openid: 'oLi', name: '李经理', role: '物业' }]
const HOUR = 3600_000
/** Working time for the test: from 8 to 12 UTC, every day. */
const addWorkingTime = (from: number, working: number): number => {
  let instant = from
  let left = working
  for (;;) {
    const day = Math.floor(instant / (24 * HOUR)) * 24 * HOUR
    const [opens, closes] = [day + 8 * HOUR, day + 12 * HOUR]
    const start = Math.max(instant, opens)
    if (start + left <= closes) return start + left
    left -= Math.max(0, closes - start)
    instant = day + 24 * HOUR
  }
}

let cloud: Cloud
beforeAll(async () => {
  const h5Dir = temporaryDirectory()
  mkdirSync(path.join(h5Dir, 'js'))
  writeFileSync(path.join(h5Dir, 'index.html'), '<html><head><title>x</title></head><body></body></html>')
  writeFileSync(path.join(h5Dir, 'js', 'app.js'), '1')
  writeFileSync(path.join(path.dirname(h5Dir), 'outside.js'), 'secret')
  const functionsDir = functionsDirectory({ who: { code: 'exports.main = async ({ name, fail }) => { if (fail) throw new Error("no"); return { name, openid: process.env.WX_OPENID } }' } })
  cloud = await quietCloud({ functionsDir, h5Dir, people: PEOPLE, addWorkingTime })
})
afterAll(async () => {
  await cloud.close()
  removeTemporaryDirectories()
})

const ask = async (route: string, body?: unknown, headers: Record<string, string> = {}) => {
  const reply = await fetch(cloud.url + route, body === undefined ? { headers } : { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body), headers })
  return { status: reply.status, cookie: reply.headers.get('set-cookie'), answer: (await reply.json()) }  
}
const as = (openid: string) => ({ cookie: `other=1; linjing_person=${openid}` })

/** `fetch` sets Host itself, so a forged one goes the lower way. */
const statusFor = (host: string) =>
  new Promise<number>((resolve, reject) => {
    request(cloud.url, { headers: { host } }, (response) => {
      response.resume()
      resolve(response.statusCode!)
    }).on('error', reject).end()
  })

test('a call runs as whoever the cookie names', async () => {
  expect((await ask('/client/call', { name: 'who', data: { name: '路灯' } }, as('oWang'))).answer).toEqual({ ok: true, result: { name: '路灯', openid: 'oWang' } })
})

test('a stranger is given an identity and keeps it', async () => {
  const { answer, cookie } = await ask('/client/call', { name: 'who' })
  expect(answer.result.openid).toMatch(/^visitor-[0-9a-f]{16}$/)
  const again = await ask('/client/call', { name: 'who' }, { cookie: cookie!.split(';')[0]! })
  expect(again.answer.result.openid).toBe(answer.result.openid)
  expect(again.cookie).toBeNull()
})

test('a failing function answers in the words of wx.cloud', async () => {
  expect((await ask('/client/call', { name: 'who', data: { fail: true } })).answer).toEqual({ ok: false, errMsg: 'cloud.callFunction:fail Error: errCode: -504002 functions execute fail | errMsg: Error: no' })
  expect((await ask('/client/call', { name: 'nobody' })).answer).toMatchObject({ ok: false, errMsg: expect.stringContaining('-501000') })
})

test('a fault of the cloud reaches a phone in the words of newer and of older clients, before the deed or after it', async () => {
  const failing = async (effect: object) => {
    cloud.faults.add({ on: { action: 'functions.call', functionName: 'who' }, do: effect })
    return (await ask('/client/call', { name: 'who' }, as('oWang'))).answer.errMsg as string
  }
  const runs = () => cloud.invocations().length
  const before = runs()
  expect(await failing({ error: 'before', code: 'FUNCTIONS_EXECUTE_FAIL', message: 'Error: no' })).toBe('cloud.callFunction:fail Error: errCode: -504002 functions execute fail | errMsg: Error: no')
  expect(await failing({ error: 'before', code: 'FUNCTIONS_EXECUTE_FAIL', message: 'Error: no', wrapped: true })).toMatch(
    /^cloud\.callFunction:fail Error: errCode: -404011 cloud function execution error \| errMsg: cloud\.callFunction:fail requestID [0-9a-f-]{36}, cloud function service error code -504002, error message Error: no; at cloud\.callFunction api;$/,
  )
  expect(runs()).toBe(before)
  expect(await failing({ error: 'after', code: 'FUNCTIONS_TIME_LIMIT_EXCEEDED', wrapped: true })).toMatch(/-404011 .*service error code -504003/)
  expect(runs()).toBe(before + 1)
  expect((await ask('/client/call', { name: 'who' }, as('oWang'))).answer.ok).toBe(true)
})

test('an upload that fails by the cloud’s fault says so by its code', async () => {
  cloud.faults.add({ on: { action: 'storage.upload' }, do: { error: 'before', code: 'STORAGE_REQUEST_FAIL' } })
  expect((await ask('/client/upload?path=a.jpg', 'JPEG', as('oWang'))).answer).toMatchObject({ errMsg: expect.stringMatching(/^cloud\.uploadFile:fail Error: errCode: -503001 /) })
})

test('a photo goes up and can be looked at', async () => {
  const { answer } = await ask(`/client/upload?path=${encodeURIComponent('照片/1.jpg')}`, 'JPEG', as('oWang'))
  expect(answer.fileID).toBe('cloud://linjing-local.local-bucket/照片/1.jpg')
  const picture = await fetch(`${cloud.url}/client/file?id=${encodeURIComponent(answer.fileID)}`)
  expect([picture.headers.get('content-type'), picture.headers.get('content-security-policy'), await picture.text()]).toEqual(['image/jpeg', "default-src 'none'; sandbox", 'JPEG'])
})

test('a photo is exchanged by who sent it, and by nobody else', async () => {
  const put = async (openid: string, body: string) => (await ask('/client/upload?path=exchanged.jpg', body, as(openid))).status
  expect([await put('oWang', 'JPEG'), await put('oLi', 'other'), await put('oWang', 'JPEG 2')]).toEqual([200, 400, 200])
  expect(await (await fetch(`${cloud.url}/client/file?id=${encodeURIComponent('cloud://linjing-local.local-bucket/exchanged.jpg')}`)).text()).toBe('JPEG 2')
})

test('what is accepted may be sent once for each accept', async () => {
  expect((await ask('/client/subscribe', { templateIds: ['A', 'B'] }, as('oWang'))).answer).toEqual({ A: 'accept', B: 'accept' })
  expect((await ask('/client/subscribe', { templateIds: [] }, as('oWang'))).status).toBe(400)
})

test.each([
  ['too large a call', '/client/call', JSON.stringify({ name: 'who', data: 'x'.repeat(1024 * 1024) }), 413],
  ['too large a file', '/client/upload?path=big', 'x'.repeat(11 * 1024 * 1024), 413],
  ['a path that leads out', '/client/upload?path=../x', 'x', 400],
  ['a path without a name', '/client/upload?path=', 'x', 400],
  ['no JSON', '/client/call', '{', 400],
  ['an unknown door', '/client/delete', '{}', 404],
])('%s is refused', async (_name, route, body, status) => expect((await ask(route, body)).status).toBe(status))

test('a foreign page is not let in, by its origin or by its name', async () => {
  expect((await ask('/client/call', { name: 'who' }, { origin: 'http://evil.example' })).status).toBe(403)
  expect((await ask('/_cloud/api/clock', { by: 1 }, { origin: 'http://evil.example' })).status).toBe(403)
  expect(await statusFor('evil.example')).toBe(403)
  expect(await statusFor('localhost:1')).toBe(200)
})

test('the app is served with the strip, and nothing beside the app', async () => {
  expect(await (await fetch(`${cloud.url}/`)).text()).toContain('<script src="/_cloud/strip.js" defer></script></head>')
  expect((await fetch(`${cloud.url}/js/app.js`)).headers.get('content-type')).toMatch(/javascript/)
  for (const route of ['/..%2foutside.js', '/js/..%2f..%2foutside.js', '/%2e%2e/outside.js', '/missing.js', '/js']) expect((await fetch(cloud.url + route)).status).toBe(404)
  expect((await fetch(`${cloud.url}/%`)).status).toBe(400)
})

describe('the strip', () => {
  test('says who can be chosen, and remembers the choice', async () => {
    const { answer } = await ask('/_cloud/api/state')
    expect(answer).toMatchObject({ openid: null, people: PEOPLE, hasWorkingTime: true })
    const { cookie } = await ask('/_cloud/api/person', { openid: 'oLi' })
    expect((await ask('/_cloud/api/state', undefined, { cookie: cookie!.split(';')[0]! })).answer.openid).toBe('oLi')
    expect((await ask('/_cloud/api/person', { openid: 'x; Domain=evil' })).status).toBe(400)
  })

  const move = async (body: unknown) => (await ask('/_cloud/api/clock', body)).answer.now as number
  /** The clock goes on while the test runs. */
  const near = (instant: number) => expect.closeTo(instant / 60_000, 0)

  test('moves the clock by a span, to an instant, and by working time', async () => {
    const eleven = Date.parse('2027-03-01T11:00:00Z')
    expect((await move({ to: '2027-03-01T11:00:00Z' })) / 60_000).toEqual(near(eleven))
    expect((await move({ workingHours: 2 })) / 60_000).toEqual(near(eleven + 22 * HOUR))
    expect((await move({ to: 'nextWorkingPeriod' })) / 60_000).toEqual(near(Date.parse('2027-03-03T08:00:00Z')))
    expect((await move({ by: 30 * 60_000 })) / 60_000).toEqual(near(Date.parse('2027-03-03T08:30:00Z')))
    expect((await move({ to: 'now' })) / 60_000).toEqual(near(Date.now()))
  })

  test.each([[{}], [{ to: 'tomorrow' }], [{ workingHours: -1 }], [{ by: 1e300 }], [{ to: null }]])('%j moves nothing', async (body) => expect((await ask('/_cloud/api/clock', body)).status).toBe(400))

  test('working time that was not given is refused', async () => {
    const plain = await quietCloud()
    const reply = await fetch(`${plain.url}/_cloud/api/clock`, { method: 'POST', body: '{"workingHours":2}' })
    expect([reply.status, await reply.text()]).toEqual([400, expect.stringContaining('addWorkingTime')])
    await plain.close()
  })

  test('stops the clock and lets it go on from there', async () => {
    const frozen = (await ask('/_cloud/api/clock', { freeze: true })).answer
    expect(frozen.isFrozen).toBe(true)
    expect((await ask('/_cloud/api/state')).answer).toMatchObject({ now: frozen.now, isFrozen: true })
    const running = (await ask('/_cloud/api/clock', { freeze: false })).answer
    expect([running.now / 60_000, running.isFrozen]).toEqual([near(frozen.now), false])
    expect((await ask('/_cloud/api/state')).answer.isFrozen).toBe(false)
  })
})

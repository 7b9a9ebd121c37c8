import { utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Cloud } from '../../../local-cloud/start'
import { functionsDirectory, quietCloud, removeTemporaryDirectories, WITH_SDK } from '../support'

let cloud: Cloud
let functionsDir: string

beforeAll(async () => {
  functionsDir = functionsDirectory({
    identity: {
      code: `${WITH_SDK}
        let running = 0
        exports.main = async (event, context) => {
          const together = ++running
          const before = cloud.getWXContext().OPENID
          await db.collection('things').add({ data: { by: before } })
          await new Promise((done) => setTimeout(done, 5))
          running--
          return { before, after: cloud.getWXContext().OPENID, inContext: JSON.parse(context.environment).WX_OPENID, inEvent: event.userInfo.openId, together, process: process.pid }
        }`,
    },
    environment: { code: 'exports.main = async (event, context) => ({ event, keys: Object.keys(process.env).sort(), openid: process.env.WX_OPENID, source: process.env.TCB_SOURCE, context })', config: { timeout: 3, envVariables: { COLOUR: 'green' } } },
    slow: { code: 'exports.main = () => new Promise((done) => setTimeout(done, 60000))', config: { timeout: 0.2 } },
    crash: { code: 'exports.main = async ({ die }) => { if (die) process.exit(3); return process.pid }' },
    broken: { code: 'throw new TypeError("no such thing")' },
    thrower: { code: 'exports.main = async ({ what }) => { console.log("about to throw", { a: 1 }); throw what === "text" ? "just words" : new RangeError("out of range") }' },
    noMain: { code: 'exports.other = 1' },
    huge: { code: 'exports.main = async () => "x".repeat(7 * 1024 * 1024)' },
    dates: {
      code: `const fs = require('node:fs')
        exports.main = async () => ({
          now: Date.now(), made: new Date().getTime(), copied: new Date(5).getTime(), again: new (new Date().constructor)().getTime(), called: Date(),
          isDate: new Date() instanceof Date, fileIsDate: fs.statSync(__filename).mtime instanceof Date, tag: Object.prototype.toString.call(new Date()), utc: Date.UTC(2026, 0), zone: new Date(2026, 0).getTimezoneOffset(),
        })`,
    },
  })
  cloud = await quietCloud({ functionsDir, processesMax: 4 })
  cloud.engine.createCollection('things')
})
afterAll(async () => {
  await cloud.close()
  removeTemporaryDirectories()
})

const failure = (name: string, data: unknown = {}): Promise<{ code: string; message: string }> =>
  cloud.invoke(name, data).then(
    () => {
      throw new Error('did not fail')
    },
    (error) => error as { code: string; message: string },
  )

test('8 people at once: each process serves one at a time, and nobody is taken for another', async () => {
  type Answer = { before: string; after: string; inContext: string; inEvent: string; together: number; process: number }
  const people = Array.from({ length: 40 }, (_, i) => `oPerson${i % 8}`)
  const answers = await Promise.all(people.map((openid) => cloud.invoke<Answer>('identity', { userInfo: { openId: 'forged' } }, { openid })))
  answers.forEach((answer, i) => expect(answer).toMatchObject({ before: people[i], after: people[i], inContext: people[i], inEvent: people[i], together: 1 }))
  expect(new Set(answers.map((answer) => answer.process)).size).toBeLessThanOrEqual(4)
  expect(cloud.engine.count('things', { by: 'oPerson3' })).toBe(5)
})

test('a function is told what the platform tells it, and nothing of the machine it runs on', async () => {
  const answer = await cloud.invoke<any>('environment', { a: 1 }, { openid: 'oA' })  
  expect(answer).toMatchObject({ event: { a: 1, userInfo: { appId: 'wx-linjing-local', openId: 'oA' } }, openid: 'oA', source: 'wx_client', context: { function_name: 'environment', time_limit_in_ms: 3000, memory_limit_in_mb: 256, namespace: 'linjing-local' } })
  expect(answer.keys).toEqual(expect.arrayContaining(['COLOUR', 'TCB_CONTEXT_CNFG', 'TENCENTCLOUD_RUNENV', 'TZ', 'WX_CONTEXT_KEYS']))
  expect(answer.keys).not.toContain('HOME')
})

test('who called before is forgotten, unless the platform is to be imitated in this too', async () => {
  await cloud.invoke('environment', {}, { openid: 'oBefore' })
  expect(await cloud.invoke<object>('environment', {}, { source: 'wx_http' })).not.toHaveProperty('openid')
  const sticky = await quietCloud({ functionsDir, keepOldKeys: true, processesMax: 1 })
  await sticky.invoke('environment', {}, { openid: 'oBefore' })
  expect(await sticky.invoke('environment', {}, { source: 'wx_http' })).toMatchObject({ openid: 'oBefore', source: 'wx_http' })
  await sticky.close()
})

test('a function that takes too long is stopped, and the next call gets a new process', async () => {
  expect(await failure('slow')).toMatchObject({ code: 'FUNCTIONS_TIME_LIMIT_EXCEEDED', message: 'Invoking task timed out after 0.2 seconds' })
  expect(await failure('slow')).toMatchObject({ message: expect.stringContaining('timed out') })
})

test('a function whose process dies answers with an error and is started again', async () => {
  const before = await cloud.invoke('crash')
  expect(await failure('crash', { die: true })).toMatchObject({ code: 'FUNCTIONS_EXECUTE_FAIL', message: expect.stringContaining('code 3') })
  expect(await cloud.invoke('crash')).not.toBe(before)
})

test.each([
  ['broken', {}, 'FUNCTIONS_EXECUTE_FAIL', /no such thing/],
  ['thrower', {}, 'FUNCTIONS_EXECUTE_FAIL', /^RangeError: out of range$/],
  ['thrower', { what: 'text' }, 'FUNCTIONS_EXECUTE_FAIL', /^just words$/],
  ['noMain', {}, 'FUNCTIONS_EXECUTE_FAIL', /exports\.main is not a function/],
  ['huge', {}, 'FUNCTIONS_EXECUTE_FAIL', /6 MB/],
  ['nowhere', {}, 'FUNCTION_NOT_FOUND', /nowhere/],
  ['../identity', {}, 'FUNCTION_NOT_FOUND', /identity/],
])('%s %j fails with its reason', async (name, data, code, message) => {
  expect(await failure(name, data)).toMatchObject({ code, message: expect.stringMatching(message) })
})

test('what a function writes is kept with its name and its invocation', async () => {
  await failure('thrower')
  const lines = cloud.logs().filter(({ functionName }) => functionName === 'thrower').slice(-2)
  expect(lines).toMatchObject([{ level: 'log', text: 'about to throw { a: 1 }' }, { level: 'error', text: expect.stringContaining('RangeError: out of range') }])
  expect(lines[0]!.invocation).toBe(lines[1]!.invocation)
})

test('a function sees the moved clock, wherever it asks for the time', async () => {
  const then = Date.parse('2028-02-29T08:00:00Z')
  cloud.clock.freezeAt(then)
  const answer = await cloud.invoke<Record<string, unknown>>('dates')
  expect(answer).toMatchObject({ now: then, made: then, again: then, copied: 5, isDate: true, fileIsDate: true, tag: '[object Date]', utc: Date.UTC(2026, 0), zone: 0 })
  expect(answer.called).toMatch(/Feb 29 2028/)
  cloud.clock.moveBy(86_400_000)
  const { now } = await cloud.invoke<{ now: number }>('dates')
  expect(now).toBeGreaterThanOrEqual(then + 86_400_000)
  cloud.clock.moveTo(Date.now())
})

test('a function lives on the date the cloud runs under, whichever its own process has', async () => {
  const then = Date.now() + 400 * 86_400_000
  const date = jest.spyOn(Date, 'now').mockReturnValue(then)
  const { now } = await cloud.invoke<{ now: number }>('dates').finally(() => date.mockRestore())
  expect(Math.abs(now - then)).toBeLessThan(60_000)
})

test('a rebuilt function takes effect with the next call, also where an old one is still running', async () => {
  const version = (n: number) => `exports.main = async ({ wait = 0 }) => { await new Promise((done) => setTimeout(done, wait)); return ${n} }`
  const directory = functionsDirectory({ version: { code: version(1) } })
  const own = await quietCloud({ functionsDir: directory })
  expect(await own.invoke('version')).toBe(1)
  const old = own.invoke('version', { wait: 600 })
  await sleep(200)
  const file = path.join(directory, 'version', 'index.js')
  writeFileSync(file, version(2))
  utimesSync(file, new Date(), new Date(Date.now() + 5000))
  expect(await own.invoke('version')).toBe(2)
  expect(await old).toBe(1)
  expect(await Promise.all([1, 2, 3].map(() => own.invoke('version')))).toEqual([2, 2, 2])
  await own.close()
})

test('each invocation leaves a report, whoever called and however it ended', async () => {
  await cloud.invoke('identity', {}, { openid: 'oReporter' })
  await failure('thrower', {})
  await failure('slow')
  const [identity, thrower, slow] = cloud.invocations().slice(-3)
  expect(identity).toMatchObject({ functionName: 'identity', source: 'wx_client', openid: 'oReporter', ok: true, databaseCalls: 1, id: expect.stringMatching(/^[0-9a-f]{16}$/) })
  expect(identity!.memoryMb).toBeGreaterThan(30)
  expect(identity!.memoryMb).toBeLessThan(256)
  expect(Math.abs(identity!.startedAt - cloud.clock.now())).toBeLessThan(60_000)
  expect(identity).not.toHaveProperty('message')
  expect(thrower).toMatchObject({ functionName: 'thrower', ok: false, message: 'RangeError: out of range', databaseCalls: 0 })
  expect(slow).toMatchObject({ functionName: 'slow', ok: false, message: expect.stringContaining('timed out') })
  expect(slow!.milliseconds).toBeGreaterThanOrEqual(200)
  expect(slow).not.toHaveProperty('openid')
})

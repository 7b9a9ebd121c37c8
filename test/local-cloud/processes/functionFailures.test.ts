import { mkdirSync, unlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { findFunction } from '../../../local-cloud/functions/catalogue'
import type { Cloud } from '../../../local-cloud/start'
import { functionsDirectory, quietCloud, removeTemporaryDirectories, WITH_SDK } from '../support'

const SMALL = { memorySize: 128, timeout: 20 }
let cloud: Cloud
let functionsDir: string

beforeAll(async () => {
  functionsDir = functionsDirectory({
    heap: { code: 'exports.main = async ({ grow }) => { const kept = []; while (grow) kept.push({ a: Math.random() + "x" }); return process.pid }', config: SMALL },
    buffers: { code: 'exports.main = async ({ grow }) => { const kept = []; while (grow) { kept.push(Buffer.alloc(1e6, 1)); await null } return process.pid }', config: SMALL },
    /** Far above the limit for a moment only, and let go again before it answers. */
    peak: { code: 'exports.main = async ({ megabytes }, { memory_limit_in_mb }) => { Buffer.alloc(megabytes * 1e6, 1); await new Promise((done) => setTimeout(done, 100)); return memory_limit_in_mb }', config: SMALL },
    exits: { code: 'exports.main = async ({ die }) => { if (die) process.exit(0); return process.pid }' },
    forgets: { code: 'exports.main = async ({ forget }) => { if (forget) { Promise.reject(new RangeError("nobody waits")); await new Promise((done) => setTimeout(done, 1000)) } return process.pid }' },
    throwsLater: { code: 'exports.main = async ({ later }) => { if (later) setTimeout(() => { throw new RangeError("out of turn") }, 1); await new Promise((done) => setTimeout(done, later ? 1000 : 0)) }' },
    diesIdle: { code: 'exports.main = async () => { setTimeout(() => process.exit(1), 20); return process.pid }' },
    loops: { code: 'exports.main = async ({ loop }) => { while (loop); return process.pid }', config: { timeout: 0.3 } },
    never: { code: 'exports.main = () => new Promise(() => {})', config: { timeout: 0.3 } },
    returns: { code: 'exports.main = async ({ code, bytes }) => bytes ? "x".repeat(bytes) : eval(code)' },
    syntax: { code: 'exports.main = async (' },
    lateWriter: { code: `${WITH_SDK}exports.main = async () => { setInterval(() => db.collection('late').add({ data: {} }), 2); await new Promise(() => {}) }`, config: { timeout: 3 } },
    parent: { code: 'exports.main = async ({ spawn }) => { if (spawn) { require("node:child_process").spawn("sleep", ["3"], { stdio: "inherit" }).unref(); process.exit(1) } return 1 }' },
    deeper: { code: `${WITH_SDK}exports.main = async ({ depth }) => { if (depth === 0) return 0; return 1 + (await cloud.callFunction({ name: 'deeper', data: { depth: depth - 1 }, timeout: 60_000 })).result }`, config: { timeout: 60 } },
    pid: { code: 'exports.main = async () => { await new Promise((done) => setTimeout(done, 3)); return process.pid }' },
  })
  cloud = await quietCloud({ functionsDir, processesMax: 2 })
  cloud.engine.createCollection('late')
})
afterAll(async () => {
  await cloud.close()
  removeTemporaryDirectories()
})

type Failure = { code: string; message: string }
const failureOf = (calling: Promise<unknown>): Promise<Failure> =>
  calling.then(
    (value) => {
      throw new Error(`did not fail: ${JSON.stringify(value)}`)
    },
    (error) => error as Failure,
  )
const failure = (name: string, data: unknown = {}) => failureOf(cloud.invoke(name, data))

describe('memory', () => {
  test.each([['heap'], ['buffers']])('%s beyond the limit ends the invocation in the platform\'s words, and the next one gets a fresh process', async (name) => {
    const before = await cloud.invoke(name)
    expect(await failure(name, { grow: true })).toEqual(expect.objectContaining({ code: 'FUNCTIONS_MEMORY_LIMIT_EXCEEDED', message: 'Task memory exceeded 128 MB' }))
    expect(cloud.invocations().at(-1)).toMatchObject({ functionName: name, ok: false, memoryMb: expect.any(Number) })
    expect(cloud.invocations().at(-1)!.memoryMb).toBeGreaterThan(128)
    expect(await cloud.invoke(name)).not.toBe(before)
  })

  test('a peak counts although it has passed by the answer; below the limit all is well', async () => {
    expect(await cloud.invoke('peak', { megabytes: 20 })).toBe(128)
    expect(await failure('peak', { megabytes: 200 })).toMatchObject({ code: 'FUNCTIONS_MEMORY_LIMIT_EXCEEDED' })
  })
})

describe('processes that do not do as they should', () => {
  test.each([
    ['exits', { die: true }, /code 0/],
    ['forgets', { forget: true }, /code 1\) RangeError: nobody waits/],
    ['throwsLater', { later: true }, /code 1\) RangeError: out of turn/],
    ['syntax', {}, /code 1\) SyntaxError: Unexpected end of input/],
  ])('%s %j', async (name, data, message) => {
    expect(await failure(name, data)).toMatchObject({ code: 'FUNCTIONS_EXECUTE_FAIL', message: expect.stringMatching(message) })
    if (name !== 'syntax') await cloud.invoke(name)
  })

  test.each([['loops', { loop: true }], ['never', {}]])('%s is stopped when its time is up', async (name, data) => {
    expect(await failure(name, data)).toMatchObject({ code: 'FUNCTIONS_TIME_LIMIT_EXCEEDED', message: 'Invoking task timed out after 0.3 seconds' })
  })

  test('a phone is told in the words of wx.cloud', async () => {
    const reply = await fetch(`${cloud.url}/client/call`, { method: 'POST', headers: { 'content-type': 'application/json', origin: cloud.url }, body: JSON.stringify({ name: 'never' }) })
    expect(await reply.json()).toEqual({ ok: false, errMsg: 'cloud.callFunction:fail Error: errCode: -504003 | errMsg: Invoking task timed out after 0.3 seconds' })
  })

  test('one that dies after its answer harms nobody', async () => {
    const first = await cloud.invoke('diesIdle')
    await sleep(200)
    expect(await cloud.invoke('diesIdle')).not.toBe(first)
  })

  test('one that leaves a process of its own behind, which holds its pipes, is given up all the same', async () => {
    expect(await failure('parent', { spawn: true })).toMatchObject({ message: expect.stringMatching(/code 1/) })
    expect(await cloud.invoke('parent')).toBe(1)
  })

  test('one that was stopped writes nothing more once its caller knows', async () => {
    await failure('lateWriter')
    const written = cloud.engine.count('late', {})
    expect(written).toBeGreaterThan(0)
    await sleep(200)
    expect(cloud.engine.count('late', {})).toBe(written)
  })
})

describe('results and events', () => {
  test.each([
    ['10n', /BigInt/],
    ['const a = {}; a.a = a; a', /circular/],
    ['throw undefined', /^undefined$/],
    ['throw null', /^null$/],
    ['throw Symbol("s")', /Symbol\(s\)/],
    ['throw { code: 7 }', /code: 7/],
    ['Promise.reject("later")', /^later$/],
    ['({ toJSON() { throw new TypeError("not me") } })', /^TypeError: not me$/],
  ])('%s fails with its reason', async (code, message) => {
    expect(await failure('returns', { code })).toMatchObject({ code: 'FUNCTIONS_EXECUTE_FAIL', message: expect.stringMatching(message) })
  })

  test.each([
    ['undefined', null],
    ['() => 1', null],
    ['NaN', null],
    ['new Date(0)', '1970-01-01T00:00:00.000Z'],
    ['new Map([[1, 2]])', {}],
    ['""', ''],
  ])('%s comes back as JSON has it: %j', async (code, result) => {
    expect(await cloud.invoke('returns', { code })).toEqual(result)
  })

  test('6 MB go out and in, not a byte more', async () => {
    const mebibytes = 6 * 1024 * 1024
    expect(await cloud.invoke<string>('returns', { bytes: mebibytes - 2 })).toHaveLength(mebibytes - 2)
    expect(await failure('returns', { bytes: mebibytes - 1 })).toMatchObject({ code: 'FUNCTIONS_EXECUTE_FAIL', message: expect.stringMatching(/exceeds the upper limit \(6MB\)/) })
    const frame = JSON.stringify({ code: '1', filler: '' }).length
    expect(await cloud.invoke('returns', { code: '1', filler: 'x'.repeat(mebibytes - frame) })).toBe(1)
    expect(await failure('returns', { code: '1', filler: 'x'.repeat(mebibytes - frame + 1) })).toMatchObject({ code: 'EXCEED_REQUEST_SIZE_LIMIT' })
  })
})

describe('what was deployed wrong', () => {
  const deployed = (files: Readonly<Record<string, string>>): string => {
    const directory = functionsDirectory({ good: { code: 'exports.main = async () => 1' } })
    mkdirSync(path.join(directory, 'other'))
    for (const [name, text] of Object.entries(files)) writeFileSync(path.join(directory, 'other', name), text)
    return directory
  }

  test('without index.js it is not found, and the reason is told; without config.json it has the defaults', async () => {
    const directory = deployed({ 'config.json': '{}' })
    const own = await quietCloud({ functionsDir: directory })
    expect(await failureOf(own.invoke('other'))).toMatchObject({ code: 'FUNCTION_NOT_FOUND', message: expect.stringMatching(/缺少 index.js/) })
    unlinkSync(path.join(directory, 'good', 'config.json'))
    expect(await own.invoke('good')).toBe(1)
    await own.close()
  })

  test.each([
    ['{ "timeout": 3', /other\/config\.json: 不是 JSON/],
    ['[]', /应为对象/],
    ['{ "timeout": "3" }', /timeout 应为.*"3"/],
    ['{ "timeout": 0 }', /timeout/],
    ['{ "timeout": 61 }', /timeout/],
    ['{ "memorySize": 100 }', /memorySize 应为.*100/],
    ['{ "permissions": { "openapi": "subscribeMessage.send" } }', /permissions/],
    ['{ "triggers": {} }', /triggers/],
    ['{ "triggers": [{ "name": "beat", "type": "timer" }] }', /triggers/],
    ['{ "envVariables": { "A": 1 } }', /envVariables/],
  ])('config.json %s is refused', (config, message) => {
    const directory = deployed({ 'index.js': 'exports.main = async () => 1', 'config.json': config })
    expect(() => findFunction(directory, 'other')).toThrow(expect.objectContaining({ code: 'INVALID_PARAM', message: expect.stringMatching(message) }))
    expect(findFunction(directory, 'good')).toMatchObject({ name: 'good' })
  })

  test('what is refused so is refused at the call, and at the start', async () => {
    const directory = deployed({ 'index.js': 'exports.main = async () => 1' })
    const own = await quietCloud({ functionsDir: directory })
    expect(await own.invoke('other')).toBe(1)
    writeFileSync(path.join(directory, 'other', 'config.json'), '{ "timeout": 61 }')
    expect(await failureOf(own.invoke('other'))).toMatchObject({ code: 'INVALID_PARAM', message: expect.stringMatching(/timeout/) })
    expect(await own.invoke('good')).toBe(1)
    await own.close()
    await expect(quietCloud({ functionsDir: directory })).rejects.toThrow(/timeout/)
  })
})

describe('many at once', () => {
  test('a function that calls itself deeper than there are processes gets on, up to the limit of the platform', async () => {
    expect(await cloud.invoke('deeper', { depth: 6 })).toBe(6)
    const refused = await failure('deeper', { depth: 25 })
    expect(refused.message).toMatch(/Resource limit exceed for function \[deeper\]/)
    expect(cloud.invocations().filter(({ functionName, ok }) => functionName === 'deeper' && !ok).length).toBeGreaterThan(1)
    expect(await cloud.invoke('deeper', { depth: 1 })).toBe(1)
  })

  test('a hundred callers are all served by the few processes there are', async () => {
    const pids = await Promise.all(Array.from({ length: 100 }, () => cloud.invoke('pid')))
    expect(new Set(pids).size).toBeLessThanOrEqual(2)
  })

  test('whoever still waits in line when the cloud closes is told', async () => {
    const own = await quietCloud({ functionsDir, processesMax: 1 })
    const failures = [1, 2].map(() => failureOf(own.invoke('never')))
    await own.close()
    expect((await Promise.all(failures)).map(({ message }) => message)).toEqual([expect.stringMatching(/ended: SIGKILL/), expect.stringMatching(/正在关闭/)])
  })
})

import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Cloud, CloudOptions } from '../../../local-cloud/start'
import { functionsDirectory, quietCloud, removeTemporaryDirectories, WITH_SDK } from '../support'

const HEARTBEAT = {
  code: `${WITH_SDK}exports.main = async (event, context) => {
    await db.collection('beats').add({ data: { at: Date.now(), event } })
    return { event, context: cloud.getWXContext(), environment: JSON.parse(context.environment) }
  }`,
  config: { triggers: [{ name: 'heartbeat', type: 'timer', config: '0 * * * * * *' }] },
}
const NOON = Date.parse('2027-03-01T04:00:30Z')

const FAILING = { code: 'exports.main = async () => { throw new Error("out of order") }', config: { triggers: [{ name: 'hourly', type: 'timer', config: '0 0 * * * * *' }] } }

let cloud: Cloud
const start = async (timers: boolean, options: Partial<CloudOptions> = {}) => {
  cloud = await quietCloud({ functionsDir: functionsDirectory({ clock: HEARTBEAT, failing: FAILING, quiet: { code: 'exports.main = async () => 1' } }), timers, ...options })
  cloud.engine.createCollection('beats')
  cloud.clock.freezeAt(NOON)
  await cloud.settleTimers()
}
const beats = () => cloud.engine.find('beats', { sort: [['at', 1]] })
const forget = () => cloud.engine.remove('beats', { multi: true })

afterEach(async () => {
  await cloud.close()
  removeTemporaryDirectories()
})

test('however far the clock moves, what became due fires once, by the moved clock', async () => {
  await start(true)
  forget()
  cloud.clock.freezeAt(NOON + 10_000)
  await cloud.settleTimers()
  expect(beats()).toEqual([])
  cloud.clock.freezeAt(NOON + 3 * 86_400_000)
  await cloud.settleTimers()
  expect(beats()).toMatchObject([{ at: NOON + 3 * 86_400_000, event: { Type: 'Timer', TriggerName: 'heartbeat', Time: '2027-03-01T04:01:00Z' } }])
  await cloud.settleTimers()
  expect(beats()).toHaveLength(1)
})

test('moving the clock back fires nothing, and going on from there does', async () => {
  await start(true)
  forget()
  cloud.clock.freezeAt(NOON - 86_400_000)
  await cloud.settleTimers()
  expect(beats()).toEqual([])
  cloud.clock.freezeAt(NOON - 86_400_000 + 60_000)
  await cloud.settleTimers()
  expect(beats()).toHaveLength(1)
})

test('without timers nothing fires by itself; fireTimer fires as the platform does', async () => {
  await start(false)
  cloud.clock.freezeAt(NOON + 86_400_000)
  await cloud.settleTimers()
  expect(beats()).toEqual([])
  expect(await cloud.fireTimer('clock')).toMatchObject({
    event: { Type: 'Timer', TriggerName: 'heartbeat', Time: '2027-03-02T04:00:30Z', Message: '' },
    context: { SOURCE: 'wx_trigger', ENV: 'linjing-local' },
    environment: { TRIGGER_SRC: 'timer', TCB_SOURCE: 'wx_trigger' },
  })
  const { context, event } = await cloud.fireTimer<{ context: object; event: object }>('clock')
  expect(context).not.toHaveProperty('OPENID')
  expect(event).not.toHaveProperty('userInfo')
  await expect(cloud.fireTimer('quiet')).rejects.toThrow(/no function of that name has a timer/)
})

const MINUTE = 60_000
const stateOf = (functionName: string) => cloud.timers.list().find((timer) => timer.functionName === functionName)

test('the list tells of each timer when it will fire, when it did, and what came of it', async () => {
  await start(true)
  expect(stateOf('failing')).toMatchObject({ name: 'hourly', cron: '0 0 * * * * *', nextRun: Date.parse('2027-03-01T05:00:00Z') })
  cloud.clock.freezeAt(NOON + 60 * MINUTE)
  await cloud.settleTimers()
  expect(stateOf('failing')).toMatchObject({ nextRun: Date.parse('2027-03-01T06:00:00Z'), lastFiredAt: NOON + 60 * MINUTE, lastOutcome: 'failed', lastError: 'Error: out of order' })
  expect(stateOf('clock')).toMatchObject({ lastFiredAt: NOON + 60 * MINUTE, lastOutcome: 'ok', lastError: null })
  expect(cloud.logs().some(({ functionName, text }) => functionName === '-' && text === 'timer failing/hourly: Error: out of order')).toBe(true)
  expect(cloud.timers.list().map(({ functionName }) => functionName)).toEqual(['clock', 'failing'])
})

test('without timers the list has no next run, and what was fired by hand stands in it', async () => {
  await start(false)
  expect(stateOf('failing')).toEqual({ functionName: 'failing', name: 'hourly', cron: '0 0 * * * * *', nextRun: null, lastFiredAt: null, lastOutcome: null, lastError: null })
  await expect(cloud.fireTimer('failing')).rejects.toThrow('out of order')
  expect(stateOf('failing')).toMatchObject({ nextRun: null, lastFiredAt: NOON, lastOutcome: 'failed', lastError: 'Error: out of order' })
})

test('delivered twice: the same event comes twice, until it is switched back', async () => {
  await start(true, { timerDelivery: 'twice' })
  forget()
  cloud.clock.freezeAt(NOON + MINUTE)
  await cloud.settleTimers()
  expect(beats().map(({ event }) => (event as { Time: string }).Time)).toEqual(['2027-03-01T04:01:00Z', '2027-03-01T04:01:00Z'])
  await cloud.fireTimer('clock')
  expect(beats()).toHaveLength(3)
  cloud.timers.deliver('once')
  cloud.clock.freezeAt(NOON + 2 * MINUTE)
  await cloud.settleTimers()
  expect(beats()).toHaveLength(4)
})

test('dropped: it is due and is lost, and what is fired by hand comes all the same', async () => {
  await start(true)
  forget()
  cloud.timers.deliver('dropped')
  cloud.clock.freezeAt(NOON + MINUTE)
  await cloud.settleTimers()
  expect(beats()).toEqual([])
  expect(stateOf('clock')).toMatchObject({ lastFiredAt: NOON + MINUTE, lastOutcome: 'dropped', lastError: null })
  await cloud.fireTimer('clock')
  cloud.timers.deliver('once')
  await cloud.settleTimers()
  expect(beats()).toHaveLength(1)
  cloud.clock.freezeAt(NOON + 2 * MINUTE)
  await cloud.settleTimers()
  expect(beats()).toHaveLength(2)
})

test('another delivery than these is refused', async () => {
  await start(false)
  expect(() => cloud.timers.deliver('thrice' as never)).toThrow(/once \/ twice \/ dropped.*thrice/)
})

test('after each beat, also one that failed, the log of the database is empty: what documents were before can be read nowhere', async () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'timers-'))
  await start(false, { dataDir })
  const logBytes = () => statSync(path.join(dataDir, 'documents.db-wal')).size
  cloud.engine.insert('beats', [{ _id: 'earlier' }])
  expect(logBytes()).toBeGreaterThan(0)
  await cloud.fireTimer('clock')
  expect(logBytes()).toBe(0)
  cloud.engine.insert('beats', [{ _id: 'later' }])
  await expect(cloud.fireTimer('failing')).rejects.toThrow('out of order')
  expect(logBytes()).toBe(0)
  await cloud.close()
  rmSync(dataDir, { recursive: true })
  await start(false)
})

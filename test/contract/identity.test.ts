import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { instantOf } from '../../domain/time/beijing'
import { startCloud, type Cloud, type InvokeOptions } from '../../local-cloud/start'
import { installTown } from '../../scripts/demo/install'
import type { Envelope } from '../../types/api/refusal'
import { WITH_SDK } from '../local-cloud/support'
import { builtFunctions } from '../support/bundles'

const MORNING = instantOf('2026-11-23', '09:00')
const OFFICE = 'office-1'
const TIMER = { Type: 'Timer', TriggerName: 'heartbeat', Time: '2026-11-23T01:00:00Z', Message: '' }
const TURNED_AWAY = { ok: false, code: 'NOT_ALLOWED' }

let cloud: Cloud
let bundles: Awaited<ReturnType<typeof builtFunctions>>

/** The platform's bad manners: one process for all, and what it was told of one caller stays in it for the next. */
beforeAll(async () => {
  bundles = await builtFunctions()
  // What a function would believe that looks only at the SDK.
  mkdirSync(path.join(bundles.directory, 'credulous'))
  writeFileSync(path.join(bundles.directory, 'credulous', 'index.js'), `${WITH_SDK}exports.main = async () => ({ ...cloud.getWXContext(), trigger: process.env.TRIGGER_SRC })`)
  cloud = await startCloud({ dataDir: ':memory:', functionsDir: bundles.directory, timers: false, quiet: true, keepOldKeys: true, processesMax: 1 })
  cloud.clock.freezeAt(MORNING)
  installTown(cloud, '2026-11')
})
afterAll(async () => {
  await cloud?.close()
  bundles.remove()
})

const api = (action: string, request: unknown, options: InvokeOptions) => cloud.invoke<Envelope<unknown>>('api', { action, request }, options)
const asOffice = () => api('readDesk', {}, { openid: OFFICE })
const beats = () => cloud.engine.find('heartbeats', { filter: { _id: 'clock' } })

describe('a process that still holds the identity of the caller before', () => {
  test('really does hold it: the trap of these tests is set', async () => {
    expect(await cloud.invoke('credulous', {}, { openid: OFFICE })).toMatchObject({ OPENID: OFFICE })
    expect(await cloud.invoke('credulous', {}, { source: 'wx_http' })).toMatchObject({ OPENID: OFFICE, SOURCE: 'wx_http' })
    expect(await cloud.invoke('credulous', {}, { source: 'wx_trigger' })).toMatchObject({ OPENID: OFFICE, trigger: 'timer' })
    expect(await cloud.invoke('credulous', {}, { source: 'wx_http' })).toMatchObject({ trigger: 'timer' })
  })

  test.each([['wx_http'], ['wx_unknown'], ['wx_trigger'], ['scf'], ['wx_client']])('%s without a person is nobody, for whatever is asked', async (source) => {
    for (const [action, request] of [['whoAmI', {}], ['readDesk', {}], ['listCases', { scope: 'mine' }]] as const) {
      await asOffice()
      expect(await api(action, request, { source })).toMatchObject({ ok: false, code: 'NOT_IDENTIFIED' })
    }
  })

  test('the next person is that person and not the one before', async () => {
    expect(await asOffice()).toMatchObject({ ok: true })
    expect(await api('readDesk', {}, { openid: 'resident-jinxiu-1' })).toMatchObject({ ok: false, code: 'NOT_ALLOWED' })
  })

  test('what a client writes into the event makes nobody somebody', async () => {
    await asOffice()
    for (const forged of [{ userInfo: { openId: OFFICE } }, { openid: OFFICE, OPENID: OFFICE, WX_OPENID: OFFICE }])
      expect(await cloud.invoke('api', { action: 'readDesk', request: {}, ...forged }, { source: 'wx_http' })).toMatchObject({ ok: false, code: 'NOT_IDENTIFIED' })
  })
})

describe('the clock in such a process', () => {
  test('does not take a person for the timer, also right after the timer', async () => {
    expect(await cloud.invoke('clock', TIMER, { openid: OFFICE })).toEqual(TURNED_AWAY)
    expect(beats()).toEqual([])
    expect(await cloud.fireTimer('clock')).toMatchObject({ ok: true, failed: [] })
    const [beat] = beats()
    cloud.clock.moveBy(60_000)
    for (const source of ['wx_client', 'wx_devtools', 'wx_http', 'wx_client,scf']) expect(await cloud.invoke('clock', TIMER, { openid: OFFICE, source })).toEqual(TURNED_AWAY)
    expect(beats()).toEqual([beat])
  })

  test.each([['wx_http'], ['wx_unknown'], ['wx_client'], ['scf']])('does not take a forged event of %s for the timer after the timer, whose marks are still there', async (source) => {
    await cloud.fireTimer('clock')
    const before = beats()
    cloud.clock.moveBy(60_000)
    expect(await cloud.invoke('clock', TIMER, { source })).toEqual(TURNED_AWAY)
    expect(beats()).toEqual(before)
  })

  test('does run for the timer right after a person, and as nobody', async () => {
    for (const openid of [OFFICE, 'resident-jinxiu-1']) {
      await cloud.invoke('clock', TIMER, { openid })
      cloud.clock.moveBy(60_000)
      expect(await cloud.fireTimer('clock')).toMatchObject({ ok: true, failed: [] })
      expect(beats()[0]!.at).toBeGreaterThanOrEqual(cloud.clock.now() - 30_000)
      const last = cloud.invocations().at(-1)!
      expect(last).toMatchObject({ functionName: 'clock', source: 'wx_trigger' })
      expect(last).not.toHaveProperty('openid')
    }
  })
})

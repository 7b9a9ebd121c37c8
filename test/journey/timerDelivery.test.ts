import { TEMPLATE_IDS } from '../../config/templates'
import { instantOf } from '../../domain/time/beijing'
import { startCloud, type Cloud } from '../../local-cloud/start'
import type { TimerDelivery } from '../../local-cloud/timers'
import { installTown } from '../../scripts/demo/install'
import { playerOn } from '../../scripts/play/player'
import { builtFunctions } from '../support/bundles'

/** 2026-11-23 is a Monday. The clock wakes at each of these, by its timer alone. */
const at = (text: string): number => instantOf(text.slice(0, 10), text.slice(11))
const REPORTED = at('2026-11-23 09:00')
const WAKINGS = ['2026-11-23 09:31', '2026-11-23 10:10', '2026-11-23 10:40', '2026-11-23 11:01', '2026-11-23 13:40', '2026-11-24 09:00', '2026-11-24 09:05'].map(at)
const ESTATES = ['jinxiu', 'heping', 'yangguang'] as const

let bundles: Awaited<ReturnType<typeof builtFunctions>>
const open: Cloud[] = []
beforeAll(async () => void (bundles = await builtFunctions()))
afterAll(async () => {
  for (const cloud of open) await cloud.close()
  bundles.remove()
})

async function prepare(timerDelivery: TimerDelivery): Promise<Cloud> {
  const cloud = await startCloud({ dataDir: ':memory:', functionsDir: bundles.directory, quiet: true, timerDelivery: 'dropped' })
  open.push(cloud)
  cloud.clock.freezeAt(REPORTED)
  installTown(cloud, '2026-11')
  const player = playerOn(cloud)
  for (const estate of ESTATES) {
    for (const template of ['caseTask', 'caseDeadline'] as const) {
      cloud.acceptMessages(`manager-${estate}`, TEMPLATE_IDS[template], 20)
      for (let times = 0; times < 20; times += 1) await player.call(`manager-${estate}`, 'addQuota', { accepted: [template] })
    }
    const photos = [await player.photo(`resident-${estate}-1`, `delivery-${estate}`, false)]
    const { caseId } = await player.call(`resident-${estate}-1`, 'reportCase', { key: `delivery-${estate}`.padEnd(20, '0'), estateId: estate, categoryCode: '0201', place: { spotId: `${estate}-bins` }, text: '垃圾散落', photos })
    await player.call('office-1', 'fileCase', { caseId, categoryCode: '0201', dispatch: true })
  }
  cloud.timers.deliver(timerDelivery)
  return cloud
}

async function wake(cloud: Cloud, wakings: readonly number[]): Promise<void> {
  for (const instant of wakings) {
    cloud.clock.freezeAt(instant)
    await cloud.settleTimers()
  }
}

type Entry = { _id: string; points: number; month: string; factAt: number }
type Notice = { _id: string; state: string; kind: string }
const sorted = <T>(cloud: Cloud, collection: string) => cloud.engine.find(collection, { sort: [['_id', 1]], limit: 1000 }) as unknown as T[]
const entries = (cloud: Cloud) => sorted<Entry>(cloud, 'ledger').map(({ _id, points, month, factAt }) => ({ _id, points, month, factAt }))
const notices = (cloud: Cloud) => sorted<Notice>(cloud, 'notices').map(({ _id, state }) => `${_id} ${state}`)
const messages = (cloud: Cloud) => cloud.sentMessages().map(({ openid, templateId, page }) => `${openid} ${templateId} ${page}`).sort()
const ledgerOf = (cloud: Cloud) => playerOn(cloud).call('auditor-1', 'verifyLedger', {})

describe('the clock, whatever the platform does with its timer', () => {
  let once: Cloud
  beforeAll(async () => {
    once = await prepare('once')
    await wake(once, WAKINGS)
  })

  test('delivered once, it books each missed deadline and tells each manager', async () => {
    expect(entries(once)).toHaveLength(ESTATES.length)
    expect(notices(once).length).toBeGreaterThan(ESTATES.length * 2)
    expect(messages(once).length).toBeGreaterThan(ESTATES.length * 2)
    expect(once.timers.list()).toMatchObject([{ functionName: 'clock', lastOutcome: 'ok' }])
    expect(await ledgerOf(once)).toMatchObject({ entries: ESTATES.length, faults: [] })
  })

  test('delivered twice at the same moment, it books and notes everything once', async () => {
    const twice = await prepare('twice')
    await wake(twice, WAKINGS)
    expect(twice.invocations().filter(({ functionName }) => functionName === 'clock').length).toBe(2 * once.invocations().filter(({ functionName }) => functionName === 'clock').length)
    expect(entries(twice)).toEqual(entries(once))
    expect(notices(twice)).toEqual(notices(once))
    expect(await ledgerOf(twice)).toMatchObject({ entries: ESTATES.length, faults: [] })
    expect(messages(twice)).toEqual(messages(once))
  })

  test('dropped for a day, it catches up when it comes through again', async () => {
    const dropped = await prepare('dropped')
    await wake(dropped, WAKINGS.slice(0, -1))
    expect(dropped.timers.list()).toMatchObject([{ functionName: 'clock', lastOutcome: 'dropped' }])
    expect([entries(dropped), messages(dropped)]).toEqual([[], []])
    dropped.timers.deliver('once')
    await wake(dropped, WAKINGS.slice(-1))
    expect(entries(dropped)).toEqual(entries(once))
    expect(await ledgerOf(dropped)).toMatchObject({ entries: ESTATES.length, faults: [] })
    const told = (cloud: Cloud) => notices(cloud).filter((line) => /overdue/i.test(line))
    expect(told(dropped)).toEqual(told(once))
    expect(told(dropped)).toHaveLength(ESTATES.length)
  })
})

import { instantOf } from '../../domain/time/beijing'
import { startCloud, type Cloud } from '../../local-cloud/start'
import { installTown } from '../../scripts/demo/install'
import { playerOn, type Player } from '../../scripts/play/player'
import { builtFunctions } from '../support/bundles'

const [REPORTER, NEIGHBOUR, MANAGER, OFFICE] = ['resident-jinxiu-1', 'resident-jinxiu-2', 'manager-jinxiu', 'office-1'] as const

let cloud: Cloud
let player: Player
let bundles: Awaited<ReturnType<typeof builtFunctions>>

beforeAll(async () => {
  bundles = await builtFunctions()
  cloud = await startCloud({ dataDir: ':memory:', functionsDir: bundles.directory, timers: false, quiet: true, mediaVerdictsTo: 'api' })
  cloud.clock.freezeAt(instantOf('2026-11-23', '09:00'))
  installTown(cloud, '2026-11')
  player = playerOn(cloud)
})
afterAll(async () => {
  await cloud?.close()
  bundles.remove()
})

const seenBy = async (openid: string, caseId: string) => (await player.call(openid, 'readCase', { caseId })).photosBefore.length
async function reported(names: readonly string[]): Promise<string> {
  const photos = []
  for (const name of names) photos.push(await player.photo(REPORTER, name, false))
  const { caseId } = await player.call(REPORTER, 'reportCase', { key: names.join('-').padEnd(20, '0').replace(/[^\w-]/g, '0'), estateId: 'jinxiu', categoryCode: '0101', place: { detail: names[0]! }, text: '墙皮掉了一块', photos })
  await player.call(OFFICE, 'fileCase', { caseId, categoryCode: '0101', dispatch: true })
  return caseId
}

test('a photo goes through WeChat’s check before a neighbour sees it, and one that is risky never comes out', async () => {
  const caseId = await reported(['wall', 'wall-with-a-face'])
  await player.beat()
  expect(cloud.pendingVerdicts()).toHaveLength(2)
  const push = (traceId: string, suggest: string, source: 'wx_client' | 'wx_unknown' = 'wx_unknown') => cloud.invoke('api', { MsgType: 'event', Event: 'wxa_media_check', trace_id: traceId, errcode: 0, result: { suggest } }, { openid: NEIGHBOUR, source })
  expect([await seenBy(MANAGER, caseId), await seenBy(NEIGHBOUR, caseId)]).toEqual([2, 0])
  // Anybody may call the function with any event, also who has come by a trace id.
  expect(await push(cloud.pendingVerdicts()[1]!.traceId, 'pass', 'wx_client')).toMatchObject({ ok: false, code: 'UNKNOWN_ACTION' })
  expect(await push('guessed', 'pass')).toMatchObject({ ok: false, code: 'NOT_ALLOWED' })
  expect(await push(cloud.pendingVerdicts()[1]!.traceId, 'risky')).toBe('success')
  await cloud.deliverVerdicts()
  expect(cloud.pendingVerdicts()).toEqual([])
  expect([await seenBy(MANAGER, caseId), await seenBy(NEIGHBOUR, caseId), await seenBy(REPORTER, caseId), await seenBy(OFFICE, caseId)]).toEqual([1, 1, 1, 2])
  expect((await player.call(OFFICE, 'listPhotosToDecide', {})).photos).toMatchObject([{ of: { caseId }, state: 'risky' }])
})

test('a photo whose sender has been away for more than two hours waits for the office', async () => {
  const caseId = await reported(['late-wall'])
  for (let hours = 0; hours < 5; hours += 1) {
    cloud.clock.moveTo(cloud.clock.now() + 3 * 3_600_000)
    cloud.clock.freezeAt(cloud.clock.now())
    await player.beat()
  }
  const [photo] = (await player.call(OFFICE, 'readCase', { caseId })).photos!
  expect(photo).toMatchObject({ state: 'unchecked' })
  await player.call(OFFICE, 'decidePhoto', { photoId: photo!.photoId, publish: true })
  expect(await seenBy(NEIGHBOUR, caseId)).toBe(1)
})

test('who asks for deletion is gone, and so is every trace, through the SDK as published', async () => {
  const id = cloud.engine.find('people', { filter: { openid: REPORTER } })[0]!._id as string
  const tracesOf = () => cloud.engine.collections().flatMap(({ name }) => (JSON.stringify(cloud.engine.find(name)).includes(id) ? [name] : []))
  await player.call(REPORTER, 'recordConsent', { kind: 'photo', version: '1', given: true })
  await player.call(REPORTER, 'addQuota', { accepted: ['caseProgress'] })
  const before = cloud.engine.find('cases')
  expect(tracesOf()).toEqual(expect.arrayContaining(['people', 'reports', 'notices', 'consents', 'quotas', 'households', 'householdCodes']))
  expect((await player.call(REPORTER, 'exportMyData', {})).reports).toHaveLength(2)
  expect(await player.call(REPORTER, 'deleteMyData', { confirm: true })).toEqual({ finished: true })
  expect(tracesOf()).toEqual([])
  expect(cloud.engine.find('cases')).toEqual(before)
  expect(await player.call(REPORTER, 'deleteMyData', { confirm: true })).toEqual({ finished: true })
})

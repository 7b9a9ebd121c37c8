import { instantOf } from '../../domain/time/beijing'
import { startCloud, type Cloud } from '../../local-cloud/start'
import { installTown } from '../../scripts/demo/install'
import { playerOn, type Player } from '../../scripts/play/player'
import { demoHash } from '../../scripts/demo/hashes'
import { ESTATES, TOWN_ID } from '../../scripts/demo/town'
import { householdDocument } from '../../store/households'
import { builtFunctions } from '../support/bundles'
import { readSlipFile } from '../support/slipFile'

jest.setTimeout(300_000)

const OFFICE = 'office-1'
const HOMES = 1_200
/** What the function may answer at most. */
const REPLY_BYTES_MAX = 6 * 1024 * 1024
const ESTATE = ESTATES[0]!._id

let cloud: Cloud
let player: Player
let bundles: Awaited<ReturnType<typeof builtFunctions>>
beforeAll(async () => {
  bundles = await builtFunctions()
  cloud = await startCloud({ dataDir: ':memory:', functionsDir: bundles.directory, timers: false, quiet: true })
  const now = instantOf('2026-11-23', '09:00')
  cloud.clock.freezeAt(now)
  installTown(cloud, '2026-11')
  cloud.engine.insert('households', Array.from({ length: HOMES }, (_, index) => householdDocument(demoHash, { townId: TOWN_ID, estateId: ESTATE, address: { building: '88', unit: String(1 + (index % 4)), room: String(101 + Math.floor(index / 4)) }, status: 'occupied', phoneHashes: [], at: now, by: OFFICE })))
  player = playerOn(cloud)
})
afterAll(async () => {
  await cloud?.close()
  bundles.remove()
})

test('a building of twelve hundred households is drawn under one key and printed in five files by the deployed function, every code once', async () => {
  const request = { key: 'twelve-hundred-homes', estateId: ESTATE, building: '88' }
  let run = await player.call(OFFICE, 'issueSlips', request)
  for (let calls = 1; run.left > 0; calls += 1) {
    expect(run.drawn).toBe(50 * calls)
    run = await player.call(OFFICE, 'issueSlips', request)
  }
  const { runs: [drawn] } = await player.call(OFFICE, 'listSlipRuns', { estateId: ESTATE })
  expect(drawn).toMatchObject({ runId: run.runId, drawn: HOMES, open: HOMES, parts: 5 })
  const codes = new Set<string>()
  for (let part = 1; part <= drawn!.parts; part += 1) {
    const sheet = await player.call(OFFICE, 'printSlips', { runId: run.runId, part })
    expect([sheet.slips, sheet.file.length < REPLY_BYTES_MAX / 10]).toEqual([240, true])
    for (const { words } of readSlipFile(sheet.file, false).slips) codes.add(words[2]!)
  }
  expect(codes.size).toBe(HOMES)
  expect((await player.call('newcomer-1', 'bindHousehold', { code: [...codes][HOMES - 1]! })).household.label).toBe('88 幢 4 单元 400')
})

import { instantOf } from '../../domain/time/beijing'
import { startCloud, type Cloud } from '../../local-cloud/start'
import { installTown } from '../../scripts/demo/install'
import { playerOn } from '../../scripts/play/player'
import type { Envelope } from '../../types/api/refusal'
import { builtFunctions } from '../support/bundles'

const REPORTER = 'resident-jinxiu-1'
const CALLS_MAX = 40
/** Long enough for one report, short enough to wait for: a killed function's transaction holds its documents until then. */
const TRANSACTION_MILLISECONDS = 400

let cloud: Cloud
let photo: string
let bundles: Awaited<ReturnType<typeof builtFunctions>>

beforeAll(async () => {
  bundles = await builtFunctions()
  cloud = await startCloud({ dataDir: ':memory:', functionsDir: bundles.directory, timers: false, quiet: true, processesMax: 2, transactionMilliseconds: TRANSACTION_MILLISECONDS })
  cloud.clock.freezeAt(instantOf('2026-11-23', '09:00'))
  installTown(cloud, '2026-11')
  photo = await playerOn(cloud).photo(REPORTER, 'killed', false)
})
afterAll(async () => {
  await cloud?.close()
  bundles.remove()
})

/** But for how often photos were looked at: that is counted for each try, as it is each one's work (decision 0043). */
const leftBy = ({ looseFiles = [], ...others }: ReturnType<typeof everything>) => ({ ...others, looseFiles: looseFiles.map((document) => ({ ...document, looks: null })) })

type Reported = Envelope<{ caseId: string; number: string; joinedInstead: boolean }>
const report = () =>
  cloud.invoke<Reported>('api', { action: 'reportCase', request: { key: 'killed-and-repeated1', estateId: 'jinxiu', categoryCode: '0201', place: { spotId: 'jinxiu-bins' }, text: '分类亭旁垃圾散落', photos: [photo] } }, { openid: REPORTER })

const names = () => cloud.engine.collections().map(({ name }) => name)
const documentsOf = (name: string) => cloud.engine.find(name, { sort: [['_id', 1]] })
const everything = () => Object.fromEntries(names().map((name) => [name, documentsOf(name)]))
function restore(before: ReturnType<typeof everything>): void {
  for (const name of names()) {
    cloud.engine.remove(name, { multi: true })
    if (before[name]?.length) cloud.engine.insert(name, before[name])
  }
}

/** The phone gets no answer and sends the same once more. Null: the report has fewer calls than that. */
async function killedAndRepeated(atCall: number, moment: 'before' | 'after'): Promise<Reported | null> {
  cloud.faults.add({ on: { action: 'database.', functionName: 'api' }, do: { killFunction: moment, atCall } })
  const first = await report().catch((error: { code: string; message: string }) => error)
  const struck = cloud.faults.list()[0]?.struck
  cloud.faults.clear()
  if (struck === 0) {
    expect(first).toMatchObject({ ok: true })
    return null
  }
  expect(first).toMatchObject({ code: 'FUNCTIONS_EXECUTE_FAIL', message: expect.stringMatching(/SIGKILL/) })
  return report()
}

test('a report whose function is killed before and after each of its database calls, and is sent again, leaves what an undisturbed one leaves', async () => {
  const before = everything()
  const undisturbed = await report()
  expect(undisturbed).toMatchObject({ ok: true, value: { joinedInstead: false } })
  const expected = everything()
  expect([expected.cases, expected.reports].map((documents) => documents?.length)).toEqual([1, 1])
  let kills = 0
  for (let call = 1, ended = false; !ended; call += 1) {
    if (call > CALLS_MAX) throw new Error('the report does not end')
    for (const moment of ['before', 'after'] as const) {
      restore(before)
      const repeated = await killedAndRepeated(call, moment)
      if (repeated) {
        kills += 1
        expect([call, moment, repeated]).toEqual([call, moment, undisturbed])
      } else ended = true
      expect([call, moment, leftBy(everything())]).toEqual([call, moment, leftBy(expected)])
    }
  }
  // Begin, three reads, three writes, commit: the heart of it alone has eight calls.
  expect(kills).toBeGreaterThan(16)
})

import type { Town } from '../../support/town'
import { at, openTown, TOWN_ID } from '../../support/town'
import { COLLECTION_NAMES } from '../../../store/collections'
import { judgeAll } from '../../support/photos'
import { slowBeat } from '../../support/slowBeat'
import { answered, AUDITOR, dispatched, HAZARD, INSPECTOR, MANAGER, newKey, newPhoto, OFFICE, OFFICE_2, RESIDENT, rest, TWO_HOURS } from '../../support/stories'
import { NOBODYS, requestsAbout } from '../../support/requests'

let logged: jest.SpyInstance
beforeEach(() => {
  logged = jest.spyOn(console, 'error').mockImplementation(() => undefined)
  jest.spyOn(console, 'warn').mockImplementation(() => undefined)
})
afterEach(() => jest.restoreAllMocks())

/** A Monday on which much is left undone, in two estates; nothing of it is booked yet. */
async function prepare(): Promise<Town> {
  const town = openTown()
  await dispatched(town)
  await dispatched(town, { by: 'resident-heping-1', estateId: 'heping', categoryCode: HAZARD, place: { spotId: 'heping-gate-n' } })
  const { enterInspection, enterProject } = requestsAbout(NOBODYS)
  await town.ok(INSPECTOR, 'enterInspection', { ...enterInspection, key: newKey(), problems: [{ ...enterInspection.problems[0], categoryCode: '0201', place: { spotId: 'jinxiu-b2' } }] })
  await town.ok(OFFICE, 'enterProject', { ...enterProject, key: newKey() })
  const weighed = await answered(town, { place: { spotId: 'jinxiu-b1' } })
  await town.ok(OFFICE, 'proposeFinding', { caseId: weighed, finding: 'shirked', reason: '推诿' })
  await town.ok(OFFICE_2, 'decideFinding', { caseId: weighed, finding: 'shirked', confirm: true, reason: '属实' })
  const paused = await dispatched(town, { by: 'resident-heping-1', estateId: 'heping', place: { spotId: 'heping-b1' } })
  await town.ok('manager-heping', 'requestTime', { kind: 'suspension', caseId: paused, reason: '等待配件', until: at('2026-11-02 13:30') })
  await town.ok(OFFICE, 'decideRequest', { caseId: paused, approve: true, reason: '同意' })
  for (const openid of [MANAGER, 'manager-heping']) for (let times = 0; times < 5; times += 1) await town.ok(openid, 'addQuota', { accepted: ['caseTask', 'caseDeadline'] })
  return town
}
/** So many problems of one kind, found at the town's present time, each a case of its own that is dispatched at once. */
async function foundCases(town: Town, count: number, categoryCode: string): Promise<void> {
  for (let left = count; left > 0; left -= FOUND_AT_ONCE) {
    const problems = Array.from({ length: Math.min(left, FOUND_AT_ONCE) }, () => ({ categoryCode, place: { spotId: 'jinxiu-b2' }, text: '检查发现', photos: [newPhoto()] }))
    await town.ok(INSPECTOR, 'enterInspection', { ...requestsAbout(NOBODYS).enterInspection, key: newKey(), problems })
  }
}
const FOUND_AT_ONCE = 10
const seedOf = (town: Town) => Object.fromEntries(COLLECTION_NAMES.map((name) => [name, town.all(name)]))
const LATE = at('2026-11-03 09:00')
const ids = (town: Town) => town.all('ledger').map(({ _id, points, month, factAt }) => `${_id} ${points} ${month} ${factAt}`).sort()
/** Without what may honestly differ after a kill: a message goes out at least once, each is counted, and what a killed beat had taken is tried a minute later. */
const settled = (town: Town) => town.dump().split('\n').filter((line) => !/^quotas /.test(line)).map((line) => line.replace(/^(notices .*)"tryAt":\d+,/, '$1'))

const wordsSent = (town: Town) => town.sent.map(({ openid, template, words }) => `${openid} ${template} ${words}`).sort()
/** A message that a killed beat had taken for itself is free again then. */
async function aMinuteLater(town: Town): Promise<void> {
  town.goTo('2026-11-03 09:01')
  await rest(town)
}

describe('the beat of the clock', () => {
  let seed: ReturnType<typeof seedOf>
  beforeAll(async () => {
    const town = await prepare()
    seed = seedOf(town)
    town.close()
  })
  const reopen = (now: number) => openTown({ seed, now })

  test('books everything that Monday left undone', async () => {
    const town = reopen(LATE)
    await rest(town)
    expect(town.all('ledger').map(({ rule, estateId, points }) => `${estateId} ${rule} ${points}`).sort()).toEqual([
      'heping overdue -200', 'heping overdue -200', 'jinxiu doubled -100', 'jinxiu inspected -100', 'jinxiu overdue -200', 'jinxiu project:district 300', 'jinxiu shirked -200',
    ])
    town.close()
  })

  test('run twice is run once: nothing more is booked, told or sent', async () => {
    const town = reopen(LATE)
    await rest(town)
    const [before, sent] = [town.dump(), town.sent.length]
    await rest(town)
    expect([town.dump(), town.sent.length]).toEqual([before, sent])
    expect(sent).toBeGreaterThan(0)
    town.close()
  })

  test('run by two instances at the same moment is run once', async () => {
    const [alone, both] = [reopen(LATE), reopen(LATE)]
    await rest(alone)
    await Promise.all([both.beat(), both.beat()])
    await rest(both)
    expect(ids(both)).toEqual(ids(alone))
    expect(wordsSent(both)).toEqual(wordsSent(alone))
    expect(await both.ok(AUDITOR, 'verifyLedger', {})).toMatchObject({ entries: 7, faults: [] })
    alone.close()
    both.close()
  })

  test('killed after any of its database calls and run again leaves the same town as one that was not disturbed, and a sound chain', async () => {
    const undisturbed = reopen(LATE)
    undisturbed.life.bear()
    await rest(undisturbed)
    const calls = undisturbed.life.calls()
    await aMinuteLater(undisturbed)
    const expected = settled(undisturbed)
    undisturbed.close()
    expect(calls).toBeGreaterThan(60)
    for (let call = 1; call <= calls; call += 1) {
      const town = reopen(LATE)
      town.life.endAt(call, 'after')
      await rest(town).catch(() => undefined)
      expect([call, town.life.hasEnded()]).toEqual([call, true])
      town.life.bear()
      await rest(town)
      await aMinuteLater(town)
      expect([call, ...settled(town)]).toEqual([call, ...expected])
      expect(await town.ok(AUDITOR, 'verifyLedger', {})).toMatchObject({ entries: 7, faults: [] })
      town.close()
    }
  }, 60_000)

  test('that slept a day comes to the same entries, dated by their facts and not by the waking', async () => {
    const [awake, asleep] = [reopen(at('2026-11-02 09:01')), reopen(LATE)]
    for (let now = at('2026-11-02 09:01'); now <= LATE; now += 10 * 60_000) {
      awake.goTo(now)
      await rest(awake)
    }
    await rest(asleep)
    expect(ids(asleep)).toEqual(ids(awake))
    // A case that owed an entry before owes it again with the next one: it is not chained twice.
    for (const town of [awake, asleep]) expect(await town.ok(AUDITOR, 'verifyLedger', {})).toMatchObject({ entries: 7, faults: [] })
    expect(ids(asleep)).toContainEqual(expect.stringMatching(new RegExp(`:overdue -200 2026-11 ${at('2026-11-02 11:00')}$`)))
    awake.close()
    asleep.close()
  })

  test('that slept over the end of the month books into the month of the fact', async () => {
    const town = openTown({ now: at('2026-11-30 15:30') })
    await dispatched(town)
    town.goTo('2026-12-02 09:00')
    await rest(town)
    expect(town.all('ledger')).toMatchObject([{ month: '2026-11', factAt: at('2026-11-30 17:30'), bookedAt: at('2026-12-02 09:00') }])
    town.close()
  })

  test('records and tells a missed deadline once, whatever else is booked on the case afterwards', async () => {
    const town = openTown()
    const caseId = await dispatched(town)
    for (let times = 0; times < 5; times += 1) await town.ok(MANAGER, 'addQuota', { accepted: ['caseDeadline'] })
    town.goTo('2026-11-02 11:01')
    await rest(town)
    await town.ok(OFFICE, 'proposeFinding', { caseId, finding: 'shirked', reason: '推诿' })
    await town.ok(OFFICE_2, 'decideFinding', { caseId, finding: 'shirked', confirm: true, reason: '属实' })
    town.goTo('2026-11-02 13:40')
    await rest(town)
    expect(town.all('ledger').map(({ rule }) => rule).sort()).toEqual(['overdue', 'shirked'])
    expect(town.one('cases', caseId).events.filter(({ type }) => type === 'overdueRecorded')).toHaveLength(1)
    expect(town.sent.filter(({ template }) => template === 'caseDeadline')).toHaveLength(1)
    town.close()
  })

  test('does not let a case that cannot be booked hold up the others, and says so', async () => {
    const town = reopen(LATE)
    const [broken] = town.all('cases').filter(({ bookAt }) => bookAt !== null)
    town.engine.update('cases', { filter: { _id: broken!._id }, operations: { $set: { events: [] } } })
    expect(await town.beat()).toMatchObject({ failed: expect.arrayContaining(['bookCases']) as string[] })
    expect(logged).toHaveBeenCalledWith('[clock bookCases]', expect.any(AggregateError))
    const others = new Set(town.all('ledger').map(({ basis }) => basis.id))
    expect([others.has(broken!._id), others.size]).toEqual([false, 5])
    expect(town.one('heartbeats', 'clock')).toMatchObject({ failed: [], stuck: expect.arrayContaining([{ job: 'bookCases', id: broken!._id, townId: TOWN_ID }]) as object[] })
    await town.store.set('cases', broken!)
    await rest(town)
    expect(town.all('ledger').some(({ basis }) => basis.id === broken!._id)).toBe(true)
    expect(town.one('heartbeats', 'clock')).toMatchObject({ failed: [], stuck: [] })
    town.close()
  })

  test('ends when its time is up, says what it did not get to, and goes on in the next one', async () => {
    const town = openTown()
    for (let index = 0; index < 103; index += 1) await town.ok(INSPECTOR, 'enterPropertyCheck', { ...requestsAbout(NOBODYS).enterPropertyCheck, key: newKey() })
    const first = await slowBeat(town, 100)
    expect(first).toMatchObject({ more: true, failed: [], behind: ['bookAssessments'] })
    expect(first.done.bookAssessments).toBeGreaterThan(20)
    expect(town.one('heartbeats', 'clock')).toMatchObject({ at: town.now(), endedAt: town.now(), behind: ['bookAssessments'] })
    await rest(town)
    expect(town.one('heartbeats', 'clock')).toMatchObject({ failed: [], behind: [] })
    expect(await town.ok(AUDITOR, 'verifyLedger', {})).toMatchObject({ entries: 103, faults: [] })
    town.close()
  })

  test('has everything that is due on one busy minute booked, foretold and told within two minutes, though each call takes 50 ms', async () => {
    const town = openTown({ now: at('2026-11-02 08:30') })
    for (const openid of [MANAGER, RESIDENT]) for (let times = 0; times < 9; times += 1) await town.ok(openid, 'addQuota', { accepted: ['caseTask', 'caseDeadline', 'caseProgress'] })
    await foundCases(town, 50, TWO_HOURS)
    await foundCases(town, 50, HAZARD)
    town.goTo('2026-11-02 08:31')
    await rest(town)
    await judgeAll(town)
    town.goTo('2026-11-02 13:31')
    for (const spot of ['b1', 'bins']) await dispatched(town, { place: { spotId: `jinxiu-${spot}` } })
    const [first, second] = [await slowBeat(town, 50), await slowBeat(town, 50)]
    expect([first.failed, second.failed, second.unserved]).toEqual([[], [], []])
    expect(town.all('ledger').filter(({ rule }) => rule === 'doubled')).toHaveLength(50)
    expect(town.all('notices').filter(({ kind }) => kind === 'caseHalf')).toHaveLength(50)
    expect(town.all('notices').filter(({ urgency, state }) => urgency === 'urgent' && state === 'waiting')).toEqual([])
    // Residents and photos had their turn as well.
    expect(second.done).toMatchObject({ checkPhotos: expect.any(Number) as number, sendNotices: expect.any(Number) as number })
    expect(await town.ok(AUDITOR, 'verifyLedger', {})).toMatchObject({ faults: [] })
    town.close()
  })

  test('tells managers in the same beat of the deadlines it came to in its second round', async () => {
    const town = openTown({ now: at('2026-11-02 08:30') })
    await foundCases(town, 30, TWO_HOURS)
    await rest(town)
    town.goTo('2026-11-02 13:31')
    await slowBeat(town, 25)
    expect(town.all('ledger').filter(({ rule }) => rule === 'doubled')).toHaveLength(30)
    expect(town.all('notices').filter(({ kind }) => kind === 'caseOverdue')).toHaveLength(30)
    town.close()
  })

  test('reads town, staff and estates once, however many cases are due', async () => {
    const town = openTown({ now: at('2026-11-02 08:30') })
    await foundCases(town, 20, TWO_HOURS)
    town.goTo('2026-11-02 14:01')
    const read = jest.spyOn(town.engine, 'find')
    await town.beat()
    expect(town.all('ledger')).toHaveLength(40)
    const times = (collection: string, field: string) => read.mock.calls.filter(([name, query]) => name === collection && field in (query?.filter ?? {})).length
    expect([times('towns', '_id'), times('people', 'staff'), times('estates', '_id')]).toEqual([1, 1, 1])
    // The head of the chain once for each eight of them.
    expect(times('ledgerHeads', '_id')).toBe(3)
    town.close()
  })

  test('that is killed says that it had begun, and when one last came to its end', async () => {
    const town = reopen(LATE)
    await rest(town)
    town.goTo(LATE + 60_000)
    town.life.endAt(5, 'before')
    await town.beat().catch(() => undefined)
    town.life.bear()
    expect(town.one('heartbeats', 'clock')).toMatchObject({ at: LATE + 60_000, endedAt: LATE })
    town.close()
  })

  test('gives a turn first, after the deadlines, to whoever had none in the last one', async () => {
    const town = reopen(LATE)
    await rest(town)
    // So slow that after the deadlines nothing fits in.
    const first = await slowBeat(town, 3_500)
    expect(Object.keys(first.done)).toEqual(expect.arrayContaining(['resumeCases', 'bookCases', 'remindManagers', 'tellManagers', 'sendUrgentNotices']))
    expect(first.unserved.length).toBeGreaterThan(4)
    const second = await slowBeat(town, 3_500)
    expect(Object.keys(second.done)).toEqual(expect.arrayContaining(['resumeCases', 'bookCases', 'remindManagers', 'tellManagers', 'sendUrgentNotices', first.unserved[0]]))
    expect(second.unserved).not.toContain(first.unserved[0])
    town.close()
  })
})

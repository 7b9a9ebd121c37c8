import { REFUSED_DAYS } from '../../../domain/abuse/dailyLimits'
import { FOLLOW_UP_DAYS_MAX } from '../../../domain/case/limits'
import { RETENTION } from '../../../domain/privacy/retention'
import { DAY_MS, MINUTE_MS } from '../../../domain/time/beijing'
import { demoKeyedHash } from '../../../scripts/demo/hashes'
import { tallyId } from '../../../store/tallies'
import { householdAt, HOME, nobodysCode } from '../../support/households'
import { answer, closed, dispatched, NEIGHBOUR, newKey, OFFICE, RESIDENT, rest, submitted, verify } from '../../support/stories'
import { slowBeat } from '../../support/slowBeat'
import { at, openTown, TOWN_ID, type Town } from '../../support/town'

let town: Town
beforeEach(() => (town = openTown({ now: NIGHT })))
afterEach(() => town.close())

/** The clock forgets at night. */
const NIGHT = at('2026-11-02 03:00')
const after = async (days: number) => {
  town.goTo(NIGHT + days * DAY_MS)
  await rest(town)
}
const forgotten = (caseId: string) => town.all('reports').filter((report) => report.caseId === caseId).every((report) => report.personId === null)

describe('who reported a case', () => {
  test('is forgotten two years after it was closed, not a day before, and the case stays', async () => {
    const caseId = await closed(town)
    const events = town.one('cases', caseId).events.length
    await after(RETENTION.reporter.days - 1)
    expect(forgotten(caseId)).toBe(false)
    await after(RETENTION.reporter.days)
    expect([forgotten(caseId), town.one('cases', caseId).events.length]).toEqual([true, events])
    const before = town.dump()
    await rest(town)
    expect(town.dump()).toBe(before)
  })

  test('is remembered while it is open, and two years from the closing on', async () => {
    const caseId = await dispatched(town, { categoryCode: '0401' })
    await after(RETENTION.reporter.days + 100)
    expect(forgotten(caseId)).toBe(false)
    await answer(town, caseId)
    await verify(town, caseId)
    const closedAt = town.one('cases', caseId).closedAt!
    await after(RETENTION.reporter.days + 200)
    expect([forgotten(caseId), town.all('reports')[0]!.forgetAt]).toEqual([false, closedAt + RETENTION.reporter.days * DAY_MS])
    await after(2 * RETENTION.reporter.days + 100)
    expect(forgotten(caseId)).toBe(true)
  })

  test.each([
    ['refused', (caseId: string) => town.ok(OFFICE, 'refuseCase', { caseId, reason: '不符合' })],
    ['withdrawn', (caseId: string) => town.ok(RESIDENT, 'withdrawCase', { caseId })],
  ] as const)('of one that was %s is forgotten two years later', async (_, end) => {
    const caseId = await submitted(town)
    town.goTo(NIGHT + 10 * DAY_MS)
    await end(caseId)
    await after(RETENTION.reporter.days + 9)
    expect(forgotten(caseId)).toBe(false)
    await after(RETENTION.reporter.days + 10)
    expect(forgotten(caseId)).toBe(true)
  })
})

describe('what is not needed any more', () => {
  test('goes by the table: messages that were read, those that were not, looks, wrong codes, old invitations', async () => {
    const caseId = await submitted(town)
    await town.ok(OFFICE, 'unmaskReporter', { key: newKey(), caseId, reportId: town.all('reports')[0]!._id, reason: '上门核实情况' })
    await town.ok(OFFICE, 'refuseCase', { caseId, reason: '不符合' })
    await town.beat()
    await town.ok(RESIDENT, 'markRead', { noticeIds: [town.all('notices').find(({ kind }) => kind === 'reportRefused')!._id] })
    await town.ok(RESIDENT, 'inviteToHousehold', { key: newKey(), householdId: householdAt(HOME), relation: 'lives' })
    await town.code(NEIGHBOUR, 'bindHousehold', { code: nobodysCode() })
    await town.code(NEIGHBOUR, 'bindByPhone', { phoneCode: 'phone-13900000000' })
    const invitations = () => town.all('householdCodes').filter(({ kind }) => kind === 'invitation').length
    const left = () => ({ notices: town.all('notices').map(({ kind }) => kind).sort(), looks: town.all('unmaskings').length, proofs: town.all('phoneProofs').length, tallies: town.all('tallies').length, invitations: invitations() })
    const whole = { notices: ['reportRefused', 'reporterUnmasked'], looks: 1, proofs: 1, tallies: 2, invitations: 1 }
    expect(left()).toEqual(whole)
    await after(1)
    expect(left()).toEqual({ ...whole, tallies: 0 })
    await after(2)
    expect(left()).toEqual({ ...whole, tallies: 0, proofs: 0 })
    await after(30)
    expect(left()).toMatchObject({ invitations: 1 })
    await after(31)
    expect(left()).toMatchObject({ invitations: 0, notices: whole.notices })
    await after(364)
    expect(left()).toMatchObject({ notices: whole.notices })
    await after(365)
    expect(left()).toMatchObject({ notices: ['reporterUnmasked'], looks: 1 })
    await after(730)
    expect(left()).toMatchObject({ notices: [], looks: 1 })
    await after(1094)
    expect(left()).toMatchObject({ looks: 1 })
    await after(1095)
    expect(left()).toMatchObject({ looks: 0 })
  })

  test('the tally of who has done something since stays', async () => {
    await town.code(RESIDENT, 'bindHousehold', { code: nobodysCode() })
    town.goTo(NIGHT + DAY_MS - 10 * MINUTE_MS)
    await town.code(NEIGHBOUR, 'bindHousehold', { code: nobodysCode() })
    await after(1)
    expect(town.all('tallies').map(({ _id }) => _id)).toEqual([tallyId(demoKeyedHash, NEIGHBOUR)])
  })

  test('that somebody has spoken on a case is kept while it is open and thirty days after its end', async () => {
    const caseId = await dispatched(town, { categoryCode: '0401' })
    await after(200)
    expect(town.all('voices')).toMatchObject([{ caseId, first: true }])
    await answer(town, caseId)
    await verify(town, caseId)
    await after(200 + RETENTION.voices.days - 1)
    expect(town.all('voices')).toHaveLength(1)
    await after(200 + RETENTION.voices.days)
    expect(town.all('voices')).toEqual([])
    // So long a reporter may still contradict.
    expect(RETENTION.voices.days).toBeGreaterThanOrEqual(FOLLOW_UP_DAYS_MAX)
    expect(RETENTION.voices.days).toBeGreaterThanOrEqual(REFUSED_DAYS)
  })

  test('a slip is no invitation: it has no end', async () => {
    const slips = town.all('householdCodes').length
    await after(3000)
    expect(town.all('householdCodes')).toHaveLength(slips)
  })

  test.each(['01:59', '05:00', '12:00'])('waits for the night: at %s nothing goes', async (time) => {
    await closed(town)
    town.goTo(at(`2029-11-02 ${time}`))
    await rest(town)
    expect(town.all('reports')[0]!.personId).not.toBeNull()
  })
})

describe('once a night', () => {
  let logged: jest.SpyInstance
  beforeEach(() => (logged = jest.spyOn(console, 'error').mockImplementation(() => undefined)))
  afterEach(() => logged.mockRestore())

  /** Messages that were read long ago. */
  const withOldNotices = (count: number) => {
    town.engine.insert('notices', Array.from({ length: count }, (_, n) => ({ _id: `old-${n}`, townId: TOWN_ID, personId: 'p', kind: 'caseNew', template: 'caseTask', caseId: null, subject: '', text: '', place: '', dueAt: null, createdAt: NIGHT, state: 'sent', tryAt: 0, attempts: 0, lastError: null, readAt: 1 })))
  }
  const costOfBeat = async () => {
    const before = town.life.calls()
    await town.beat()
    return town.life.calls() - before
  }

  test('everything old goes in the first beat; the other beats of the night cost one look', async () => {
    town.goTo('2026-11-02 12:00')
    const byDay = await costOfBeat()
    town.goTo(NIGHT)
    withOldNotices(3)
    expect(await costOfBeat()).toBeGreaterThan(byDay + 9)
    expect(town.all('notices')).toEqual([])
    for (const minutes of [1, 2, 60, 119]) {
      town.goTo(NIGHT + minutes * MINUTE_MS)
      expect(await costOfBeat()).toBe(byDay + 1)
    }
  })

  test('what a beat does not get to goes in the next ones of the same night', async () => {
    withOldNotices(300)
    const left: number[] = []
    for (let minute = 0; minute < 20 && left[left.length - 1] !== 0; minute += 1) {
      await slowBeat(town, 100)
      left.push(town.all('notices').length)
    }
    expect(left.length).toBeGreaterThan(2)
    expect(left).toEqual([...left].sort((a, b) => b - a))
    expect(left[left.length - 1]).toBe(0)
    await rest(town)
    expect(await town.beat()).toMatchObject({ done: { forgetOld: 0 } })
  })

  test('a clock that is killed half-way goes on in the same night; the next night it looks again', async () => {
    let killed = 0
    for (let n = 0; n < 100; n += 1) {
      const night = NIGHT + n * DAY_MS
      town.goTo(night)
      withOldNotices(3)
      town.life.endAt(1 + Math.floor(n / 2), n % 2 ? 'after' : 'before')
      await town.beat().catch(() => undefined)
      if (town.life.hasEnded()) killed += 1
      town.life.bear()
      town.goTo(night + MINUTE_MS)
      await rest(town)
      expect([n, town.all('notices')]).toEqual([n, []])
      expect(town.one('heartbeats', 'forgetting').at).toBeGreaterThanOrEqual(night)
    }
    // Through the whole forgetting, and beyond its end.
    expect(killed).toBeGreaterThan(50)
    expect(killed).toBeLessThan(100)
  })

  test('a document that cannot be forgotten holds up no other kind, and is tried again', async () => {
    withOldNotices(1)
    town.engine.insert('reports', [{ _id: 'broken', townId: TOWN_ID, caseId: 'gone', personId: 'p', forgetAt: 1 }])
    const find = town.engine.find
    town.engine.find = (collection, query, transaction) => {
      if (collection === 'reports' && query?.filter?._id === 'broken') throw new Error('damaged')
      return find.call(town.engine, collection, query, transaction)
    }
    expect((await town.beat()).failed).toEqual(['forgetOld'])
    expect([town.all('notices'), town.all('heartbeats').map(({ _id }) => _id)]).toEqual([[], ['clock']])
    town.engine.find = find
    await rest(town)
    expect(town.all('heartbeats').map(({ _id }) => _id)).toEqual(['clock', 'forgetting'])
  })
})

import { ESTATES } from '../../../scripts/demo/town'
import { AUDITOR, dispatched, MANAGER, newKey, OFFICE, OFFICE_2, RESIDENT, rest } from '../../support/stories'
import { at, openTown, type Town } from '../../support/town'

const NEW_YEAR = '2027-01-04 09:00'
let town: Town
beforeEach(() => (town = openTown()))
afterEach(() => town.close())

/** Activities make the estates differ: the first in the list has the most. */
const distinguish = async (estateIds: readonly string[] = ESTATES.map(({ _id }) => _id)) => {
  for (const [index, estateId] of estateIds.entries()) await town.ok(OFFICE, 'enterPropertyCheck', { key: newKey(), estateId, ruleCode: '2.6.1', count: 10 - index, note: '社区活动' })
  await rest(town)
}
const allocate = (openid = OFFICE) => town.call(openid, 'allocateRewards', { year: 2026 })
const awards = async () => (await town.ok(RESIDENT, 'readRewards', { year: 2026 })).awards.map(({ estateId, tier, amountFen }) => `${estateId} ${tier} ${amountFen}`)

describe('the rewards of a year', () => {
  test('are forecast while it runs, allocated when it is over, and confirmed by another person after the publicity period', async () => {
    await distinguish()
    expect(await town.ok(RESIDENT, 'readRewards', { year: 2026 })).toMatchObject({ stage: 'forecast', canAllocate: false })
    expect(await allocate()).toMatchObject({ code: 'PERIOD_OPEN' })
    town.goTo(NEW_YEAR)
    expect((await town.ok(OFFICE, 'readRewards', { year: 2026 })).canAllocate).toBe(true)
    // Five working days after 4 January 2027: the close of Monday the 11th.
    expect(await allocate()).toMatchObject({ ok: true, value: { publicityEndsAt: at('2027-01-11 17:30') } })
    expect(await awards()).toEqual(['jinxiu first 300000', 'heping first 300000', 'cuihu second 202400', 'yangguang second 202400', 'lvzhou third 100000', 'guixiang third 100000'])

    expect(await town.code(OFFICE_2, 'confirmRewards', { year: 2026 })).toBe('PUBLICITY_OPEN')
    town.goTo('2027-01-11 17:30')
    expect(await town.code(OFFICE_2, 'confirmRewards', { year: 2026 })).toBe('PUBLICITY_OPEN')
    town.goTo(town.now() + 1)
    expect(await town.code(OFFICE, 'confirmRewards', { year: 2026 })).toBe('OWN_ACT')
    expect((await town.ok(OFFICE_2, 'readRewards', { year: 2026 })).canConfirm).toBe(true)
    expect(await town.code(OFFICE_2, 'confirmRewards', { year: 2026 })).toBe('ok')
    const before = town.dump()
    expect(await town.code(OFFICE_2, 'confirmRewards', { year: 2026 })).toBe('ok')
    expect(town.dump()).toBe(before)
    expect(await town.ok(RESIDENT, 'readRewards', { year: 2026 })).toMatchObject({ stage: 'confirmed', canConfirm: false, canAllocate: false })
    expect((await town.ok(RESIDENT, 'readStandings', { period: '2026' })).stage).toBe('final')
  })

  test('are allocated once, however often and by whomever it is asked', async () => {
    await distinguish()
    town.goTo(NEW_YEAR)
    const [one, two] = await Promise.all([allocate(OFFICE), allocate(OFFICE_2)])
    expect(two).toEqual(one)
    const before = town.dump()
    town.goTo('2027-01-05 09:00')
    expect(await allocate()).toMatchObject({ ok: true, value: { publicityEndsAt: at('2027-01-11 17:30') } })
    expect(town.dump()).toBe(before)
    await dispatched(town)
    town.goTo('2027-01-05 14:00')
    expect(await allocate()).toMatchObject({ ok: true, value: { publicityEndsAt: at('2027-01-11 17:30') } })
    expect(town.all('allocations')).toHaveLength(1)
  })

  test('stay as they were allocated, whatever is booked about the year afterwards', async () => {
    await distinguish()
    const caseId = await dispatched(town)
    const whole = town.one('cases', caseId)
    town.engine.update('cases', { filter: { _id: caseId }, operations: { $set: { events: [] } } })
    town.goTo(NEW_YEAR)
    jest.spyOn(console, 'error').mockImplementation(() => undefined)
    await town.beat()
    jest.restoreAllMocks()
    await town.ok(OFFICE, 'allocateRewards', { year: 2026, without: { caseIds: [caseId], reason: '记录损坏，已报镇政府' } })
    const [frozen, shown] = [await awards(), await town.ok(RESIDENT, 'readStandings', { period: '2026' })]
    // What was broken is mended, and booked with the date of its fact.
    await town.store.set('cases', whole)
    town.goTo('2027-01-04 10:00')
    await rest(town)
    expect(town.all('ledger').filter(({ rule }) => rule === 'overdue')).toMatchObject([{ month: '2026-11' }])
    expect(await awards()).toEqual(frozen)
    expect((await town.ok(RESIDENT, 'readStandings', { period: '2026' })).standings).toEqual(shown.standings)
    expect(await town.ok(AUDITOR, 'verifyLedger', {})).toMatchObject({ faults: [], recomputed: true })
  })

  test('wait until the clock has booked what is known: a deadline of the year that has passed', async () => {
    await distinguish()
    await dispatched(town)
    town.goTo(NEW_YEAR)
    expect(await allocate()).toMatchObject({ code: 'CLOCK_BEHIND', words: expect.stringContaining('1 件') as string })
    await rest(town)
    expect(await allocate()).toMatchObject({ ok: true })
  })

  test('wait until the clock has booked what is known: a fact that was entered', async () => {
    await distinguish()
    await town.ok(OFFICE, 'enterProject', { key: newKey(), estateId: 'heping', level: 'city', note: '示范' })
    town.goTo(NEW_YEAR)
    expect(await allocate()).toMatchObject({ code: 'CLOCK_BEHIND' })
    await rest(town)
    await allocate()
    expect((await awards())[0]).toBe('heping first 300000')
  })

  test('wait until the clock has booked what is known: a finding about the year that was confirmed after its end', async () => {
    await distinguish()
    const caseId = await dispatched(town)
    await town.ok(MANAGER, 'answerCase', { caseId, text: '已处理', photos: ['cloud://photos/after.jpg'] })
    await town.ok(OFFICE, 'proposeFinding', { caseId, finding: 'shirked', reason: '推诿' })
    town.goTo(NEW_YEAR)
    await rest(town)
    await town.ok(OFFICE_2, 'decideFinding', { caseId, finding: 'shirked', confirm: true, reason: '属实' })
    town.goTo('2027-01-04 09:01')
    expect(await allocate()).toMatchObject({ code: 'CLOCK_BEHIND' })
    await rest(town)
    expect(await allocate()).toMatchObject({ ok: true })
  })

  test('rest on the ledger as it is, whatever is confirmed and booked between two steps of the allocation', async () => {
    const outcomes: string[] = []
    for (let step = 1; step <= 14; step += 1) {
      town.close()
      town = openTown()
      await distinguish()
      const caseId = await dispatched(town)
      await town.ok(MANAGER, 'answerCase', { caseId, text: '已处理', photos: ['cloud://photos/after.jpg'] })
      await town.ok(OFFICE, 'proposeFinding', { caseId, finding: 'shirked', reason: '推诿' })
      town.goTo(NEW_YEAR)
      await rest(town)
      let isDecided = false
      const decide = async () => {
        isDecided = true
        await town.ok(OFFICE_2, 'decideFinding', { caseId, finding: 'shirked', confirm: true, reason: '属实' })
        town.goTo('2027-01-04 09:01')
        await rest(town)
      }
      town.life.meanwhile(step, decide)
      const allocated = await allocate()
      outcomes.push(allocated.ok ? 'ok' : allocated.code)
      town.life.meanwhile(Infinity, decide)
      if (!isDecided) await decide()
      if (!allocated.ok) expect(await allocate()).toMatchObject({ ok: true })
      expect(await town.ok(AUDITOR, 'verifyLedger', {})).toMatchObject({ entries: 7, faults: [], recomputed: true })
      const counted = town.one('allocations', 'demo:2026').ledgerSeq === 7
      expect(counted).toBe(allocated.ok ? town.one('allocations', 'demo:2026').standings.some(({ estateId, deductions }) => estateId === 'jinxiu' && deductions === 200) : true)
    }
    expect(outcomes).toEqual(expect.arrayContaining(['BUSY', 'FACTS_OPEN']))
  })

  test('are not allocated while a tie at the edge of a prize is open; a recorded draw decides it, and is never changed', async () => {
    await distinguish(['jinxiu', 'heping'])
    await town.ok(OFFICE, 'enterPropertyCheck', { key: newKey(), estateId: 'cuihu', ruleCode: '2.6.1', count: 9, note: '社区活动' })
    await rest(town)
    town.goTo(NEW_YEAR)
    const refused = await allocate()
    expect(refused).toMatchObject({ code: 'TIE_UNDECIDED' })
    expect(!refused.ok && refused.words).toContain('和平苑')
    expect((await town.ok(OFFICE, 'readRewards', { year: 2026 })).undecidedTie.sort()).toEqual(['和平苑', '翠湖园'].sort())
    expect(await town.code(OFFICE, 'recordDraw', { year: 2026, order: ['cuihu', 'cuihu'], note: '抽签' })).toBe('ESTATE_UNKNOWN')
    expect(await town.code(OFFICE, 'recordDraw', { year: 2026, order: ['cuihu', 'atlantis'], note: '抽签' })).toBe('ESTATE_UNKNOWN')
    const order = ['cuihu', 'heping', 'yangguang', 'lvzhou', 'guixiang']
    expect(await town.code(OFFICE, 'recordDraw', { year: 2026, order, note: '纪委在场' })).toBe('ok')
    expect(await town.code(OFFICE_2, 'recordDraw', { year: 2026, order: [...order].reverse(), note: '再抽一次' })).toBe('DRAW_CHANGED')
    expect(await town.code(OFFICE_2, 'recordDraw', { year: 2026, order: ['jinxiu', ...order], note: '加抽锦绣花园' })).toBe('ok')
    expect(await allocate()).toMatchObject({ ok: true })
    expect((await awards()).slice(0, 3)).toEqual(['jinxiu first 300000', 'cuihu first 300000', 'heping second 202400'])
    expect(await town.code(OFFICE, 'recordDraw', { year: 2026, order, note: '太晚' })).toBe('ALREADY_ENTERED')
  })

  test('are read in the first half of a year of the one before, unless the town was not assessed yet; scores and standings of the month that runs', async () => {
    const read = async () => {
      const [rewards, standings, score] = [await town.ok(RESIDENT, 'readRewards', {}), await town.ok(RESIDENT, 'readStandings', {}), await town.ok(RESIDENT, 'readScore', { estateId: 'jinxiu' })]
      return [rewards.year, standings.period, score.period]
    }
    town.goTo('2026-03-31 23:59')
    expect(await read()).toEqual([2026, '2026-03', '2026-03'])
    town.goTo('2027-01-01 00:00')
    expect(await read()).toEqual([2026, '2027-01', '2027-01'])
    town.goTo('2027-08-01 09:00')
    expect(await read()).toEqual([2027, '2027-08', '2027-08'])
  })

  test('of a year before the first assessed month, or of one to come, do not exist', async () => {
    expect(await town.code(RESIDENT, 'readRewards', { year: 2025 })).toBe('PERIOD_INVALID')
    expect(await town.code(OFFICE, 'allocateRewards', { year: 2025 })).toBe('PERIOD_INVALID')
    expect(await town.code(OFFICE, 'confirmRewards', { year: 2026 })).toBe('NOT_FOUND')
    expect(await town.code(RESIDENT, 'readStandings', { period: '2027' })).toBe('PERIOD_INVALID')
    expect(await town.code(RESIDENT, 'readScore', { estateId: 'jinxiu', period: '2025-12' })).toBe('PERIOD_INVALID')
    // No edition was in force then.
    for (const period of ['2000', '2024', '2024-12', '2000-01']) {
      expect(await town.code(RESIDENT, 'readStandings', { period })).toBe('PERIOD_INVALID')
      expect(await town.code(RESIDENT, 'readScore', { estateId: 'jinxiu', period })).toBe('PERIOD_INVALID')
    }
    expect(await town.code(OFFICE, 'recordDraw', { year: 2024, order: ['jinxiu', 'heping'], note: '抽签' })).toBe('PERIOD_INVALID')
    expect(await town.code(RESIDENT, 'readScore', { estateId: 'atlantis', period: '2026' })).toBe('ESTATE_UNKNOWN')
  })
})

describe('the verification of the ledger', () => {
  const change = (filter: Record<string, unknown>, to: Record<string, unknown>) => town.engine.update('ledger', { filter, operations: { $set: to } })
  const verify = () => town.ok(AUDITOR, 'verifyLedger', {})
  beforeEach(async () => {
    await distinguish()
    town.goTo(NEW_YEAR)
    await allocate()
  })

  test('finds a ledger that nobody touched sound', async () => expect(await verify()).toMatchObject({ entries: 6, faults: [], recomputed: true, head: town.one('ledgerHeads', 'demo').hash }))

  test('finds an entry whose points were changed, and that the year does not come out as allocated', async () => {
    change({ seq: 3 }, { points: 9900 })
    expect(await verify()).toMatchObject({ faults: [{ kind: 'modification', seq: 3 }], recomputed: false })
  })

  test.each(['note', 'by', 'month', 'factAt', 'bookedAt', 'editionId', 'estateId', 'rule'])('finds an entry whose %s was changed', async (field) => {
    change({ seq: 4 }, { [field]: field.endsWith('At') ? 1 : 'other' })
    expect((await verify()).faults).toMatchObject([{ kind: 'modification', seq: 4 }])
  })

  test('finds an entry that was taken out', async () => {
    town.engine.remove('ledger', { filter: { seq: 2 } })
    expect((await verify()).faults).toMatchObject([{ kind: 'gap', seq: 3 }])
  })

  test('finds that the last entry was taken out', async () => {
    town.engine.remove('ledger', { filter: { seq: 6 } })
    expect((await verify()).faults).toEqual([{ kind: 'gap', seq: 6, id: 'head' }])
  })

  test('finds an allocation that was written by hand', async () => {
    const allocation = town.one('allocations', 'demo:2026')
    await town.store.set('allocations', { ...allocation, standings: [...allocation.standings].reverse() })
    expect(await verify()).toMatchObject({ faults: [], recomputed: false })
  })
})

describe('a case that cannot be booked', () => {
  const broken = async () => {
    await distinguish()
    const caseId = await dispatched(town)
    town.engine.update('cases', { filter: { _id: caseId }, operations: { $set: { events: [] } } })
    town.goTo(NEW_YEAR)
    jest.spyOn(console, 'error').mockImplementation(() => undefined)
    await town.beat()
    jest.restoreAllMocks()
    return caseId
  }
  const NUMBER = '202611-0001'

  test('is named to the office with the reason, by the desk and by the rewards that wait for it', async () => {
    const caseId = await broken()
    const named = [{ caseId, number: NUMBER, cause: 'broken', detail: '', since: town.now() }]
    expect([(await town.ok(OFFICE, 'readDesk', {})).unbookable, (await town.ok(OFFICE, 'readRewards', { year: 2026 })).unbookable, (await town.ok(RESIDENT, 'readRewards', { year: 2026 })).unbookable]).toEqual([named, named, []])
    expect(town.one('heartbeats', 'clock').stuck).toContainEqual({ job: 'bookCases', id: caseId, townId: 'demo' })
    expect(await allocate()).toMatchObject({ code: 'CASES_UNBOOKABLE', words: expect.stringContaining(NUMBER) as string })
  })

  test('does not hold the rewards up for ever: it is left out by name and with a reason that everybody reads', async () => {
    const caseId = await broken()
    const before = town.dump()
    expect(await town.code(OFFICE, 'allocateRewards', { year: 2026, without: { caseIds: ['another-case'], reason: '记录损坏' } })).toBe('CASES_UNBOOKABLE')
    expect(town.dump()).toBe(before)
    expect(await town.code(OFFICE, 'allocateRewards', { year: 2026, without: { caseIds: [caseId], reason: '记录损坏，已报镇政府' } })).toBe('ok')
    for (const openid of [OFFICE_2, RESIDENT, AUDITOR]) expect((await town.ok(openid, 'readRewards', { year: 2026 })).without).toEqual({ numbers: [NUMBER], reason: '记录损坏，已报镇政府' })
  })

  test('that the clock has not tried yet is no reason to go on without it', async () => {
    await distinguish()
    const caseId = await dispatched(town)
    town.goTo(NEW_YEAR)
    expect(await town.code(OFFICE, 'allocateRewards', { year: 2026, without: { caseIds: [caseId], reason: '太慢' } })).toBe('CLOCK_BEHIND')
    await rest(town)
    expect(await town.code(OFFICE, 'allocateRewards', { year: 2026, without: { caseIds: [caseId], reason: '太慢' } })).toBe('ok')
    expect((await town.ok(RESIDENT, 'readRewards', { year: 2026 })).without).toBeNull()
  })

  test('is forgotten as such as soon as it is mended, and booked', async () => {
    await distinguish()
    const caseId = await dispatched(town)
    const whole = town.one('cases', caseId)
    town.engine.update('cases', { filter: { _id: caseId }, operations: { $set: { events: [] } } })
    town.goTo('2026-11-02 15:00')
    jest.spyOn(console, 'error').mockImplementation(() => undefined)
    await town.beat()
    const [first] = town.all('unbookableCases')
    town.goTo('2026-11-02 15:01')
    await town.beat()
    jest.restoreAllMocks()
    expect(town.all('unbookableCases')).toEqual([first])
    await town.store.set('cases', whole)
    await town.beat()
    expect([town.all('unbookableCases'), town.all('ledger').filter(({ basis }) => basis.id === caseId).length]).toEqual([[], 1])
  })

  test('by the lack of a calendar says which year, and goes on when it is there', async () => {
    await distinguish()
    await dispatched(town)
    const calendars = town.all('calendars')
    town.engine.remove('calendars', { filter: { townId: 'demo' } })
    const later = openTown({ seed: { ...Object.fromEntries((['towns', 'editions', 'estates', 'people', 'cases', 'reports', 'ledger', 'ledgerHeads'] as const).map((name) => [name, town.all(name)])) }, now: at('2026-11-02 15:00') })
    jest.spyOn(console, 'error').mockImplementation(() => undefined)
    await later.beat()
    jest.restoreAllMocks()
    expect(later.all('unbookableCases')).toMatchObject([{ cause: 'calendarMissing', detail: '2026' }])
    later.engine.insert('calendars', JSON.parse(JSON.stringify(calendars)) as Record<string, unknown>[])
    await later.beat()
    expect([later.all('unbookableCases'), later.all('ledger').some(({ rule }) => rule === 'overdue')]).toEqual([[], true])
    later.close()
  })
})

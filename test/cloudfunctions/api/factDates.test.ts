import { builtInEdition } from '../../../domain/rulebook/builtIn'
import { ESTATES } from '../../../scripts/demo/town'
import { NOBODYS, requestsAbout } from '../../support/requests'
import { answered, closed, dispatched, INSPECTOR, newKey, OFFICE, OFFICE_2, RESIDENT, rest, submitted } from '../../support/stories'
import { at, openTown, type Town } from '../../support/town'

const NEW_YEAR = '2027-01-08 09:00'
let town: Town
beforeEach(() => (town = openTown()))
afterEach(() => town.close())

const { enterPropertyCheck: CHECK, enterProject: PROJECT, enterRedProperty: SHEET } = requestsAbout(NOBODYS)
const check = (factOn?: string, changes = {}) => town.call(INSPECTOR, 'enterPropertyCheck', { ...CHECK, key: newKey(), ...(factOn !== undefined && { factOn }), ...changes })
const ledger = async () => {
  town.goTo(town.now() + 60_000)
  await rest(town)
  return town.all('ledger').map(({ rule, month, points, editionId }) => ({ rule, month, points, editionId }))
}
const distinguish = async () => {
  for (const [index, { _id }] of ESTATES.entries()) await town.ok(OFFICE, 'enterPropertyCheck', { key: newKey(), estateId: _id, ruleCode: '2.6.1', count: 10 - index, note: '社区活动' })
  await rest(town)
}
const allocate = () => town.call(OFFICE, 'allocateRewards', { year: 2026 })

describe('a fact for the score', () => {
  test('counts for the month in which it was, however late it is entered', async () => {
    town.goTo(NEW_YEAR)
    expect(await check('2026-12-25')).toMatchObject({ ok: true })
    expect(await town.code(OFFICE, 'enterProject', { ...PROJECT, factOn: '2026-11-30' })).toBe('ok')
    expect(await check()).toMatchObject({ ok: true })
    expect((await ledger()).map(({ rule, month }) => [rule, month])).toEqual([['2.1.1', '2026-12'], ['project:district', '2026-11'], ['2.1.1', '2027-01']])
    expect((await town.ok(RESIDENT, 'readScore', { estateId: 'jinxiu', period: '2026' })).entries).toHaveLength(2)
    expect(town.all('assessments').map(({ factAt, enteredAt }) => [factAt < enteredAt, enteredAt]).sort()).toEqual([[false, at(NEW_YEAR)], [true, at(NEW_YEAR)], [true, at(NEW_YEAR)]])
  })

  test('is not of tomorrow, nor of before the town was assessed, and the words say so', async () => {
    town.close()
    town = openTown()
    const before = town.dump()
    expect(await check('2026-11-03')).toMatchObject({ code: 'FACT_IN_FUTURE' })
    expect(await check('2025-12-31')).toMatchObject({ code: 'FACT_TOO_EARLY', words: expect.stringContaining('2026年1月') as string })
    expect(await check('2026-02-30')).toMatchObject({ code: 'BAD_REQUEST', words: expect.stringContaining('日期') as string })
    expect(town.dump()).toBe(before)
    expect(await check('2026-01-01')).toMatchObject({ ok: true })
  })

  test('is the same when it is sent again, and another with another date', async () => {
    const request = { ...CHECK, key: newKey(), factOn: '2026-10-20' }
    const first = await town.ok(INSPECTOR, 'enterPropertyCheck', request)
    town.goTo('2026-11-03 09:00')
    expect(await town.ok(INSPECTOR, 'enterPropertyCheck', request)).toEqual(first)
    expect(await town.code(INSPECTOR, 'enterPropertyCheck', { ...request, factOn: '2026-10-21' })).toBe('ALREADY_ENTERED')
  })

  test('is judged by the edition that was in force then', async () => {
    const dearer = { ...builtInEdition, id: 'later', effectiveFrom: at('2026-11-01 00:00'), propertyRules: builtInEdition.propertyRules.map((rule) => (rule.code === '2.1.1' ? { ...rule, points: -900 } : rule)) }
    await town.store.set('editions', { _id: 'demo:later', townId: 'demo', edition: dearer })
    await town.store.set('towns', { ...town.one('towns', 'demo'), editionIds: ['demo-1', 'later'] })
    expect(await check('2026-10-31')).toMatchObject({ value: { points: -100 } })
    expect(await check('2026-11-01')).toMatchObject({ value: { points: -900 } })
    expect((await ledger()).map(({ points, editionId }) => [points, editionId])).toEqual([[-100, 'demo-1'], [-900, 'later']])
  })

  test('of a year whose rewards are allocated is refused, with what to do', async () => {
    await distinguish()
    town.goTo(NEW_YEAR)
    await allocate()
    const before = town.dump()
    for (const [openid, action, request] of [[INSPECTOR, 'enterPropertyCheck', CHECK], [OFFICE, 'enterProject', PROJECT], [INSPECTOR, 'enterRedProperty', SHEET]] as const)
      expect(await town.call(openid, action, { ...request, factOn: '2026-12-25' })).toMatchObject({ code: 'YEAR_CLOSED', words: expect.stringMatching(/2026 年度的奖励已经分配.*请核对日期/) as string })
    expect(town.dump()).toBe(before)
    expect(await check('2027-01-08')).toMatchObject({ ok: true })
  })

  test('entered between any two steps of the allocation is in it, or is refused', async () => {
    const ends = new Set<string>()
    for (let step = 1; step <= 18; step += 1) {
      town.close()
      town = openTown()
      await distinguish()
      town.goTo(NEW_YEAR)
      let entered = ''
      town.life.meanwhile(step, async () => {
        const late = await check('2026-12-25', { estateId: 'jinxiu' })
        entered = late.ok ? 'ok' : late.code
      })
      const allocated = await allocate()
      await rest(town)
      if (!allocated.ok) expect(await allocate()).toMatchObject({ ok: true })
      ends.add(`${entered} ${allocated.ok ? 'ok' : allocated.code}`)
      const counted = town.one('allocations', 'demo:2026').standings.find(({ estateId }) => estateId === 'jinxiu')!.deductions > 0
      if (entered !== '') expect([step, counted]).toEqual([step, entered === 'ok'])
    }
    expect(ends).toContain('ok BUSY')
  })
})

describe('a sheet of Annex 3', () => {
  test('of last year is entered in January as long as that year is open', async () => {
    await distinguish()
    town.goTo(NEW_YEAR)
    expect(await town.ok(INSPECTOR, 'enterRedProperty', { ...SHEET, factOn: '2026-12-28' })).toEqual({ points: 10000 })
    expect(town.one('redPropertySheets', 'demo:jinxiu:2026')).toMatchObject({ year: 2026, factAt: at('2026-12-28 00:00'), enteredAt: at(NEW_YEAR) })
    expect(await town.ok(INSPECTOR, 'enterRedProperty', SHEET)).toEqual({ points: 10000 })
    expect(town.all('redPropertySheets').map(({ _id }) => _id)).toEqual(['demo:jinxiu:2026', 'demo:jinxiu:2027'])
    expect((await town.ok(RESIDENT, 'readRewards', { year: 2026 })).awards.map(({ tier }) => tier)).toContain('redProperty')
  })
})

describe('a year is not allocated', () => {
  beforeEach(distinguish)

  test('while a finding of it waits for its confirmation, and counts it afterwards', async () => {
    town.goTo('2026-12-30 09:00')
    const caseId = await answered(town)
    await town.ok(OFFICE, 'proposeFinding', { caseId, finding: 'shirked', reason: '推诿' })
    town.goTo(NEW_YEAR)
    await rest(town)
    expect(await allocate()).toMatchObject({ code: 'FACTS_OPEN', words: expect.stringContaining('待确认的扣分事项 1 件（案卷 202612-0001）') as string })
    await town.ok(OFFICE_2, 'decideFinding', { caseId, finding: 'shirked', confirm: true, reason: '属实' })
    town.goTo('2027-01-08 09:01')
    await rest(town)
    expect(await allocate()).toMatchObject({ ok: true })
    expect(town.one('allocations', 'demo:2026').standings.find(({ estateId }) => estateId === 'jinxiu')).toMatchObject({ deductions: 200 })
  })

  test('while a report of it is neither filed nor refused: it may be the third of a month', async () => {
    town.goTo('2026-12-31 16:00')
    const caseId = await submitted(town)
    town.goTo(NEW_YEAR)
    expect(await allocate()).toMatchObject({ code: 'FACTS_OPEN', words: expect.stringContaining('还没有立案或不予立案的报告 1 件') as string })
    await town.ok(OFFICE, 'refuseCase', { caseId, reason: '不符合立案条件' })
    expect(await allocate()).toMatchObject({ ok: true })
  })

  test('but does not wait for what is of the year after', async () => {
    town.goTo(NEW_YEAR)
    await submitted(town)
    const caseId = await closed(town, { place: { spotId: 'jinxiu-b1' } })
    await town.ok(OFFICE, 'proposeFinding', { caseId, finding: 'shirked', reason: '推诿' })
    town.goTo('2027-01-08 09:01')
    await rest(town)
    expect(await allocate()).toMatchObject({ ok: true })
  })

  test('and whoever asks for it is told of all that is open at once', async () => {
    town.goTo('2026-12-31 09:00')
    const caseId = await answered(town)
    for (const finding of ['shirked', 'recurrent'] as const) await town.ok(OFFICE, 'proposeFinding', { caseId, finding, reason: '推诿' })
    await submitted(town, { place: { spotId: 'jinxiu-b1' } })
    await dispatched(town, { place: { spotId: 'jinxiu-b2' } })
    town.goTo(NEW_YEAR)
    await rest(town)
    expect(await allocate()).toMatchObject({ code: 'FACTS_OPEN', words: '2026 年还有没办完的事：还没有立案或不予立案的报告 1 件；待确认的扣分事项 2 件（案卷 202612-0001）。请先办完，再分配奖励' })
  })
})

import { DAY_MS } from '../../../domain/time/beijing'
import { aReport, dispatched, newKey, OFFICE, RESIDENT, NEIGHBOUR, submitted } from '../../support/stories'
import { openTown, personId, UNFIT, type Town } from '../../support/town'

let town: Town
beforeEach(() => (town = openTown()))
afterEach(() => town.close())

let places = 0
const elsewhere = () => aReport({ place: { detail: `第 ${(places += 1)} 处` } })
const send = (openid = RESIDENT) => town.call(openid, 'reportCase', elsewhere())
const many = async (count: number, openid = RESIDENT) => (await Promise.all(Array.from({ length: count }, () => send(openid)))).filter(({ ok }) => ok).length
async function refusedReport(): Promise<void> {
  const caseId = await submitted(town, { place: { detail: `不符合 ${(places += 1)}` } })
  await town.ok(OFFICE, 'refuseCase', { caseId, reason: '不符合立案条件' })
}

describe('reports of one person on one day', () => {
  test('are ten, also when they come at once; the eleventh is told so kindly, and the next day is a new one', async () => {
    expect([await many(5), await many(8)]).toEqual([5, 5])
    const before = town.dump()
    expect(await send()).toMatchObject({ code: 'REPORTS_USED', words: expect.stringContaining('您今天已报告 10 次，谢谢') as string })
    expect(town.dump()).toBe(before)
    expect((await send(NEIGHBOUR)).ok).toBe(true)
    town.goTo('2026-11-02 23:59')
    expect((await send()).ok).toBe(false)
    town.goTo('2026-11-03 00:00')
    expect((await send()).ok).toBe(true)
  })

  test('are counted once for one report: sent again, refused for its words, or withdrawn makes no difference', async () => {
    const report = elsewhere()
    for (let times = 0; times < 12; times += 1) await town.ok(RESIDENT, 'reportCase', report)
    for (let times = 0; times < 3; times += 1) expect(await town.code(RESIDENT, 'reportCase', { ...elsewhere(), text: UNFIT })).toBe('TEXT_REJECTED')
    expect(town.one('people', personId(RESIDENT)).acts).toEqual({ day: '2026-11-02', reports: 1, joins: 0, remarks: 0 })
  })

  test('count too when they join an open case by themselves', async () => {
    await dispatched(town, { by: NEIGHBOUR })
    expect((await town.ok(RESIDENT, 'reportCase', aReport())).joinedInstead).toBe(true)
    expect(await many(10)).toBe(9)
    expect(await town.code(RESIDENT, 'reportCase', aReport())).toBe('REPORTS_USED')
  })

  test('are two fewer for each that was refused in thirty days, never fewer than two, and it is said why', async () => {
    await refusedReport()
    await refusedReport()
    town.goTo(town.now() + DAY_MS)
    expect(await many(12)).toBe(6)
    expect(await send()).toMatchObject({ code: 'REPORTS_LOWERED', words: '近 30 天您有 2 件报告没有立案，所以今天先收 6 件。请看看未立案的理由；明天可以继续，没发出的会留在草稿里' })
    for (let day = 0; day < 3; day += 1) {
      town.goTo(town.now() + DAY_MS)
      await refusedReport()
    }
    town.goTo(town.now() + DAY_MS)
    expect(await many(12)).toBe(2)
    // Refused ones grow old.
    town.goTo(town.now() + 31 * DAY_MS)
    expect(await many(12)).toBe(10)
  })

  test('that the office enters for many people are not counted', async () => {
    for (let times = 0; times < 12; times += 1) await town.ok(OFFICE, 'reportCase', { ...elsewhere(), level: 'town' })
    expect(town.one('people', personId(OFFICE)).acts).toBeUndefined()
  })
})

describe('joins and remarks of one person on one day', () => {
  test('are twenty each, and the count of one is not the count of the other', async () => {
    const caseIds: string[] = []
    for (let index = 0; index < 21; index += 1) {
      if (index % 10 === 0) town.goTo(town.now() + DAY_MS)
      caseIds.push(await dispatched(town, { by: NEIGHBOUR, place: { detail: `第 ${index} 处` }, categoryCode: '0101' }))
    }
    const codes: string[] = []
    for (const caseId of caseIds) codes.push(await town.code(RESIDENT, 'joinCase', { key: newKey(), caseId }))
    expect(codes).toEqual([...Array<string>(20).fill('ok'), 'JOINS_USED'])
    const said: string[] = []
    for (let index = 0; index < 21; index += 1) said.push(await town.code(RESIDENT, 'addRemark', { key: newKey(), caseId: caseIds[index % 20]!, text: '还在' }))
    expect(said).toEqual([...Array<string>(20).fill('ok'), 'REMARKS_A_DAY_USED'])
    expect((await send()).ok).toBe(true)
  })
})

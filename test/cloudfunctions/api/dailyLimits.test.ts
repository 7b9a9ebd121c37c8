import { DAY_MS } from '../../../domain/time/beijing'
import { demoKeyedHash } from '../../../scripts/demo/hashes'
import { tallyId } from '../../../store/tallies'
import { nobodysCode } from '../../support/households'
import { answer, aReport, dispatched, newKey, OFFICE, RESIDENT, NEIGHBOUR, submitted, verify } from '../../support/stories'
import { hash, openTown, personId, UNFIT, type Town } from '../../support/town'

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
    expect(town.one('tallies', tallyId(demoKeyedHash, RESIDENT))).toMatchObject({ day: '2026-11-02', used: { reports: 1, joins: 0, remarks: 0 } })
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
    expect(await send()).toMatchObject({ code: 'REPORTS_LOWERED', words: '近 30 天您有 2 件报告没有受理，所以今天先收 6 件。请看看没有受理的理由；明天可以继续，没发出的会留在草稿里' })
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
    expect(town.one('tallies', tallyId(demoKeyedHash, OFFICE)).used.reports).toBe(0)
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

describe('deleting the own data gives no limit back', () => {
  const beginAnew = async (openid = RESIDENT) => {
    await town.ok(openid, 'deleteMyData', { confirm: true })
    await town.ok(openid, 'chooseEstate', { estateId: 'jinxiu' })
  }

  test('ten reports a day are ten, however often somebody begins anew; the next day is a new one', async () => {
    let sent = 0
    for (let lives = 0; lives < 4; lives += 1) {
      sent += await many(6)
      await beginAnew()
    }
    expect(sent).toBe(10)
    town.goTo(town.now() + DAY_MS)
    expect(await many(3)).toBe(3)
  })

  test('reports that were refused still lower the number', async () => {
    for (let times = 0; times < 3; times += 1) await refusedReport()
    town.goTo(town.now() + DAY_MS)
    await beginAnew()
    expect(await many(12)).toBe(4)
  })

  test('five wrong codes an hour are five', async () => {
    const codes: string[] = []
    for (let times = 0; times < 7; times += 1) {
      codes.push(await town.code(RESIDENT, 'bindHousehold', { code: nobodysCode() }))
      await town.ok(RESIDENT, 'deleteMyData', { confirm: true })
    }
    expect(codes).toEqual([...Array<string>(4).fill('CODE_UNKNOWN'), ...Array<string>(3).fill('TRIES_USED')])
  })

  test('a case is joined once: nobody counts again in it, opens it again, or says more', async () => {
    const caseId = await dispatched(town, { by: NEIGHBOUR })
    town.goTo('2026-11-02 11:01')
    await town.ok(RESIDENT, 'joinCase', { key: newKey(), caseId })
    const before = town.one('cases', caseId).events.length
    for (let lives = 0; lives < 3; lives += 1) {
      await beginAnew()
      expect(await town.code(RESIDENT, 'joinCase', { key: newKey(), caseId })).toBe('SPOKEN_BEFORE')
      expect(await town.code(RESIDENT, 'reportCase', aReport())).toBe('SPOKEN_BEFORE')
      expect(await town.code(RESIDENT, 'followUp', { caseId, fixed: false, text: '还没好' })).toBe('NOT_FOUND')
      expect(await town.code(RESIDENT, 'addRemark', { key: newKey(), caseId, text: '还有' })).toBe('NOT_FOUND')
    }
    expect(town.one('cases', caseId).events).toHaveLength(before)
    // What comes back after the end is a new problem, as for everybody.
    await answer(town, caseId)
    await verify(town, caseId)
    expect(await town.ok(RESIDENT, 'reportCase', aReport())).toMatchObject({ joinedInstead: false })
  })

  test('what is kept names nobody: no id, no openid, no plain hash of either', async () => {
    await send()
    await town.code(RESIDENT, 'bindHousehold', { code: nobodysCode() })
    await town.ok(RESIDENT, 'deleteMyData', { confirm: true })
    const kept = JSON.stringify([town.all('tallies'), town.all('voices')])
    for (const name of [RESIDENT, personId(RESIDENT).slice(1), hash(RESIDENT).slice(0, 16), hash(`tally|${RESIDENT}`).slice(0, 16)]) expect(kept).not.toContain(name)
    expect([town.all('tallies').length, town.all('voices').length]).toEqual([1, 1])
  })
})

test('one person’s word on a case that is late counts once a month, however often it is reported', async () => {
  const caseId = await dispatched(town, { by: NEIGHBOUR })
  town.goTo('2026-11-02 11:01')
  for (let times = 0; times < 4; times += 1) await town.ok(RESIDENT, 'reportCase', aReport())
  const counted = () => town.one('cases', caseId).events.filter((event) => event.type === 'joined' && event.counted).length
  expect(counted()).toBe(1)
})

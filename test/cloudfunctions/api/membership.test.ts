import { ESTATES } from '../../../scripts/demo/town'
import { NOBODYS, requestsAbout } from '../../support/requests'
import { aReport, answered, AUDITOR, closed, dispatched, INSPECTOR, newKey, OFFICE, OFFICE_2, RESIDENT, rest } from '../../support/stories'
import { openTown, type Town } from '../../support/town'
import type { EstateDocument } from '../../../types/documents/town'

const NEW_YEAR = '2027-01-04 09:00'
let town: Town
beforeEach(() => (town = openTown()))
afterEach(() => town.close())

const change = (estateId: string, changes: Partial<EstateDocument>) => town.store.set('estates', { ...town.one('estates', estateId), ...changes })
const table = async (period: string) => (await town.ok(RESIDENT, 'readStandings', { period })).standings.map(({ estateId }) => estateId).sort()
const scoreCode = (estateId: string, period: string) => town.code(RESIDENT, 'readScore', { estateId, period })
const activity = (estateId: string, count: number) => town.ok(OFFICE, 'enterPropertyCheck', { key: newKey(), estateId, ruleCode: '2.6.1', count, note: '社区活动' })
/** Activities make the estates differ: the first in the list has the most. */
const distinguish = async () => {
  for (const [index, { _id }] of ESTATES.entries()) await activity(_id, 10 - index)
  await rest(town)
}
const ALL = ESTATES.map(({ _id }) => _id).sort()
const but = (estateId: string) => ALL.filter((id) => id !== estateId)

describe('an estate that leaves in March', () => {
  beforeEach(() => change('jinxiu', { leftAt: '2026-03-15' }))

  test('stands in the tables of the months it belonged to, and in that of no other month nor of the year', async () => {
    expect([await table('2026-01'), await table('2026-03')]).toEqual([ALL, ALL])
    expect([await table('2026-04'), await table('2026-11'), await table('2026')]).toEqual([but('jinxiu'), but('jinxiu'), but('jinxiu')])
    expect([await scoreCode('jinxiu', '2026-02'), await scoreCode('jinxiu', '2026-04'), await scoreCode('jinxiu', '2026')]).toEqual(['ok', 'NOT_MEMBER', 'NOT_MEMBER'])
    expect(await town.call(RESIDENT, 'readScore', { estateId: 'jinxiu', period: '2026-04' })).toMatchObject({ words: expect.stringContaining('“锦绣花园”') as string })
  })

  test('has no prize of the year, whatever its score was', async () => {
    await change('jinxiu', { leftAt: '2027-01-01' })
    await distinguish()
    await town.ok(INSPECTOR, 'enterRedProperty', requestsAbout(NOBODYS).enterRedProperty)
    town.goTo(NEW_YEAR)
    expect((await town.ok(RESIDENT, 'readRewards', { year: 2026 })).awards.filter(({ estateId }) => estateId === 'jinxiu').map(({ tier }) => tier)).toEqual(['first', 'redProperty'])
    await change('jinxiu', { leftAt: '2026-12-31' })
    expect(await town.code(OFFICE, 'allocateRewards', { year: 2026 })).toBe('ok')
    const { awards, standings } = await town.ok(RESIDENT, 'readRewards', { year: 2026 })
    expect([standings.length, awards.map(({ estateId }) => estateId)]).toEqual([5, ['heping', 'cuihu', 'yangguang', 'lvzhou', 'guixiang']])
  })

  test('keeps its past: the news of its months stay to be read, and there are none of later ones', async () => {
    await change('jinxiu', { leftAt: undefined })
    await closed(town)
    town.goTo('2026-12-10 09:00')
    await change('jinxiu', { leftAt: '2026-11-20' })
    expect(await town.ok(RESIDENT, 'readEstateNews', { estateId: 'jinxiu', month: '2026-11' })).toMatchObject({ reported: 1, fixed: 1 })
    expect((await town.ok(RESIDENT, 'listEstateCases', { estateId: 'jinxiu', month: '2026-11', list: 'fixed' })).cases).toHaveLength(1)
    // Without a month those of its last one.
    expect(await town.ok(RESIDENT, 'readEstateNews', { estateId: 'jinxiu' })).toMatchObject({ month: '2026-11', reported: 1 })
    for (const month of ['2026-12', '2027-01']) expect([await town.code(RESIDENT, 'readEstateNews', { estateId: 'jinxiu', month }), await town.code(RESIDENT, 'listEstateCases', { estateId: 'jinxiu', month, list: 'open' })]).toEqual(['NOT_MEMBER', 'NOT_MEMBER'])
  })

  test('takes no new report and no inspection, but a fact of its own time', async () => {
    expect([await town.code(RESIDENT, 'reportCase', aReport()), await town.code(INSPECTOR, 'enterInspection', { ...requestsAbout(NOBODYS).enterInspection, problems: [] })]).toEqual(['ESTATE_LEFT', 'ESTATE_LEFT'])
    const check = (factOn: string) => town.code(INSPECTOR, 'enterPropertyCheck', { ...requestsAbout(NOBODYS).enterPropertyCheck, key: newKey(), factOn })
    expect([await check('2026-03-14'), await check('2026-03-15'), await check('2026-11-02')]).toEqual(['ok', 'NOT_MEMBER', 'NOT_MEMBER'])
    const offered = async (openid: string) => (await town.ok(openid, 'whoAmI', {})).leftEstates
    expect([await offered(INSPECTOR), await offered(OFFICE), await offered(RESIDENT)]).toEqual([[{ id: 'jinxiu', name: '锦绣花园' }], [{ id: 'jinxiu', name: '锦绣花园' }], []])
  })

  test('holds no year up by a survey that nobody counts any more', async () => {
    await change('jinxiu', { leftAt: undefined })
    await town.ok(OFFICE, 'saveSurvey', requestsAbout({ ...NOBODYS, estateId: 'heping' }).saveSurvey)
    await town.ok(OFFICE_2, 'publishSurvey', { surveyId: 'survey:demo:heping:2026', version: 1 })
    await distinguish()
    town.goTo(NEW_YEAR)
    expect(await town.code(OFFICE, 'allocateRewards', { year: 2026 })).toBe('SURVEY_PENDING')
    await change('heping', { leftAt: '2026-11-05' })
    expect(await town.code(OFFICE, 'allocateRewards', { year: 2026 })).toBe('ok')
  })
})

describe('an estate that joins in September', () => {
  beforeEach(() => change('guixiang', { joinedAt: '2026-09-10' }))

  test('stands in no table before, and its year is the mean of its own months', async () => {
    expect([await table('2026-08'), await table('2026-09'), await table('2026')]).toEqual([but('guixiang'), ALL, ALL])
    expect([await scoreCode('guixiang', '2026-08'), await scoreCode('guixiang', '2026-09')]).toEqual(['NOT_MEMBER', 'ok'])
    await dispatched(town, { by: 'resident-guixiang-1', estateId: 'guixiang', place: { spotId: 'guixiang-bins' } })
    await dispatched(town)
    town.goTo('2026-11-03 09:00')
    await rest(town)
    const { standings } = await town.ok(RESIDENT, 'readStandings', { period: '2026' })
    // Two points of one month in three, and of one in eleven.
    expect(standings.flatMap(({ estateId, longTermPoints }) => (longTermPoints < 10_000 ? [[estateId, longTermPoints]] : [])).sort()).toEqual([['guixiang', 9_933], ['jinxiu', 9_982]])
    expect((await town.ok(RESIDENT, 'readScore', { estateId: 'guixiang', period: '2026' })).entries.map(({ month }) => month)).toEqual(['2026-11'])
  })

  test('takes no fact of before it joined', async () => {
    const check = (factOn: string) => town.code(INSPECTOR, 'enterPropertyCheck', { ...requestsAbout({ ...NOBODYS, estateId: 'guixiang' }).enterPropertyCheck, key: newKey(), factOn })
    expect([await check('2026-09-09'), await check('2026-09-10')]).toEqual(['NOT_MEMBER', 'ok'])
  })

  test('is chosen by nobody, and gets no report, before its day has come', async () => {
    await change('guixiang', { joinedAt: '2026-11-03' })
    expect([await town.code('resident-guixiang-1', 'chooseEstate', { estateId: 'guixiang' }), (await town.ok(RESIDENT, 'whoAmI', {})).estates.map(({ id }) => id).includes('guixiang')]).toEqual(['ESTATE_LEFT', false])
    town.goTo('2026-11-03 00:00')
    expect(await town.code('resident-guixiang-1', 'chooseEstate', { estateId: 'guixiang' })).toBe('ok')
  })
})

describe('an allocated year', () => {
  beforeEach(async () => {
    await distinguish()
    town.goTo(NEW_YEAR)
    await town.ok(OFFICE, 'allocateRewards', { year: 2026 })
  })

  test('keeps the names its estates had, whatever they are called later', async () => {
    await change('jinxiu', { name: '锦绣新城' })
    const { awards, standings } = await town.ok(RESIDENT, 'readRewards', { year: 2026 })
    expect([awards[0]?.estateName, standings[0]?.estateName]).toEqual(['锦绣花园', '锦绣花园'])
    expect((await town.ok(RESIDENT, 'readStandings', { period: '2026' })).standings[0]?.estateName).toBe('锦绣花园')
    expect((await town.ok(RESIDENT, 'readScore', { estateId: 'jinxiu', period: '2026' })).standing.estateName).toBe('锦绣花园')
    expect((await town.ok(RESIDENT, 'readStandings', { period: '2027-01' })).standings.map(({ estateName }) => estateName)).toContain('锦绣新城')
  })

  test('comes out the same when it is computed again, whatever is written about who belonged to it later', async () => {
    const before = await table('2026')
    await change('jinxiu', { leftAt: '2026-03-15' })
    await change('heping', { joinedAt: '2026-09-01' })
    expect(await table('2026')).toEqual(before)
    expect(await town.ok(AUDITOR, 'verifyLedger', {})).toMatchObject({ faults: [], recomputed: true })
  })
})

describe('a tie of a month', () => {
  test('is not settled by a case that was overdue in another', async () => {
    await dispatched(town)
    town.goTo('2026-12-02 09:00')
    await rest(town)
    await answered(town, { by: 'resident-heping-1', estateId: 'heping', place: { spotId: 'heping-bins' } })
    const { standings } = await town.ok(RESIDENT, 'readStandings', { period: '2026-12' })
    expect(standings.map(({ rank, overdue, decidedBy, deductionsPoints }) => [rank, overdue, decidedBy, deductionsPoints])).toEqual(ALL.map(() => [1, 0, null, 0]))
    expect((await town.ok(RESIDENT, 'readStandings', { period: '2026-11' })).standings.find(({ estateId }) => estateId === 'jinxiu')).toMatchObject({ overdue: 1, rank: 6 })
  })
})

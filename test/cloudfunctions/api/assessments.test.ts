import { builtInEdition } from '../../../domain/rulebook/builtIn'
import { townSeed } from '../../../scripts/demo/town'
import { aReport, INSPECTOR, MANAGER, newKey, newPhoto, OFFICE, rest, stateOf } from '../../support/stories'
import { fullMarks, NOBODYS, requestsAbout } from '../../support/requests'
import { at, openTown, type Town } from '../../support/town'

let town: Town
beforeEach(() => (town = openTown()))
afterEach(() => town.close())

const { enterInspection: INSPECTION, enterPropertyCheck: CHECK, enterProject: PROJECT, enterRedProperty: SHEET } = requestsAbout(NOBODYS)
const booked = async () => {
  town.goTo(town.now() + 60_000)
  await rest(town)
  return town.all('ledger').map(({ sheet, rule, points, month }) => ({ sheet, rule, points, month }))
}

describe('an inspection', () => {
  const problem = (spot: string, categoryCode = '0107') => ({ categoryCode, place: { spotId: `jinxiu-${spot}` }, text: '桶未盖', photos: [newPhoto()] })

  test('makes each problem a case that is dispatched at once, and each costs a point', async () => {
    const { inspectionId, caseIds } = await town.ok(INSPECTOR, 'enterInspection', { ...INSPECTION, problems: [problem('bins'), problem('b1', '0201')] })
    expect(caseIds.map((caseId) => [stateOf(town, caseId), town.one('cases', caseId).number])).toEqual([['dispatched', '202611-0001'], ['dispatched', '202611-0002']])
    expect(town.one('inspections', inspectionId)).toMatchObject({ level: 'town', mode: 'unannounced', caseIds, estateId: 'jinxiu' })
    expect((await town.ok(MANAGER, 'listNotices', {})).unread).toBe(2)
    expect(await booked()).toEqual([1, 2].map(() => ({ sheet: 'longTerm', rule: 'inspected', points: -100, month: '2026-11' })))
  })

  test('of which a problem is not rectified in time costs it twice', async () => {
    const { caseIds } = await town.ok(INSPECTOR, 'enterInspection', { ...INSPECTION, problems: [problem('b1', '0201')] })
    town.goTo('2026-11-02 11:01')
    await rest(town)
    expect(town.all('ledger').map(({ _id, points }) => [_id, points]).sort()).toEqual([[`case:${caseIds[0]}:inspected`, -100], [`doubled:${caseIds[0]}`, -100]])
  })

  test('that found nothing is an inspection all the same', async () => {
    expect(await town.ok(INSPECTOR, 'enterInspection', { ...INSPECTION, problems: [] })).toMatchObject({ caseIds: [] })
    expect(town.all('inspections')).toHaveLength(1)
  })

  test('sent twice, also at once, is entered once', async () => {
    const request = { ...INSPECTION, problems: [problem('bins')] }
    const [first, second] = await Promise.all([town.ok(INSPECTOR, 'enterInspection', request), town.ok(INSPECTOR, 'enterInspection', request)])
    expect(second).toEqual(first)
    expect([town.all('inspections').length, town.all('cases').length]).toEqual([1, 1])
  })

  test('of which one problem has a deadline beyond the calendar is not entered in part', async () => {
    town.goTo('2027-12-31 08:40')
    const before = town.dump()
    expect(await town.code(INSPECTOR, 'enterInspection', { ...INSPECTION, problems: [problem('b1', '0201'), problem('b2', '0401')] })).toBe('CALENDAR_MISSING')
    expect(town.dump()).toBe(before)
  })

  test('is no report: the resident who reports the same problem joins it', async () => {
    const { caseIds } = await town.ok(INSPECTOR, 'enterInspection', { ...INSPECTION, problems: [problem('bins', '0201')] })
    expect(await town.ok('resident-jinxiu-1', 'reportCase', aReport())).toMatchObject({ caseId: caseIds[0], joinedInstead: true })
  })
})

describe('facts for the score', () => {
  test('of Annex 2 count by the rule, so many times', async () => {
    expect(await town.ok(INSPECTOR, 'enterPropertyCheck', { ...CHECK, count: 3 })).toMatchObject({ points: -300 })
    expect(await town.ok(OFFICE, 'enterPropertyCheck', { ...CHECK, key: newKey(), ruleCode: '2.6.1', count: 2 })).toMatchObject({ points: 400 })
    expect(await booked()).toEqual([{ sheet: 'property', rule: '2.1.1', points: -300, month: '2026-11' }, { sheet: 'property', rule: '2.6.1', points: 400, month: '2026-11' }])
  })

  test.each(['2.3.2', '2.5.1'])('under rule %s, whose number the plan leaves out, are refused while nobody has decided it', async (ruleCode) => {
    expect(await town.code(INSPECTOR, 'enterPropertyCheck', { ...CHECK, ruleCode })).toBe('ok')
    town.close()
    const seed = townSeed('2026-01')
    town = openTown({ seed: { ...seed, editions: [{ _id: 'demo:demo-1', townId: 'demo', edition: builtInEdition }] } })
    const envelope = await town.call(INSPECTOR, 'enterPropertyCheck', { ...CHECK, ruleCode })
    expect(envelope).toMatchObject({ code: 'RULE_UNDECIDED' })
    expect(town.all('assessments')).toEqual([])
  })

  test('are entered once for one key, and again for another', async () => {
    const first = await town.ok(INSPECTOR, 'enterPropertyCheck', CHECK)
    expect(await town.ok(INSPECTOR, 'enterPropertyCheck', CHECK)).toEqual(first)
    expect((await town.ok(OFFICE, 'enterPropertyCheck', CHECK)).assessmentId).not.toBe(first.assessmentId)
    expect(await booked()).toHaveLength(2)
  })

  test.each([['district', 300], ['city', 500], ['province', 700], ['nation', 1000]] as const)('a created %s project adds %i hundredths to the composite', async (level, points) => {
    expect(await town.ok(OFFICE, 'enterProject', { ...PROJECT, level })).toMatchObject({ points })
    expect(await booked()).toEqual([{ sheet: 'project', rule: `project:${level}`, points, month: '2026-11' }])
    const { standings } = await town.ok(OFFICE, 'readStandings', { period: '2026-11' })
    expect(standings[0]).toMatchObject({ estateId: 'jinxiu', bonusPoints: points, compositePoints: 10000 + points })
  })
})

describe('Annex 3, Red Property', () => {
  test('is the sum of its marks, once per estate and year', async () => {
    expect(await town.ok(INSPECTOR, 'enterRedProperty', SHEET)).toEqual({ points: 10000 })
    expect(await town.code(OFFICE, 'enterRedProperty', SHEET)).toBe('ALREADY_ENTERED')
    expect(town.one('redPropertySheets', 'demo:jinxiu:2026')).toMatchObject({ points: 10000, factAt: at('2026-11-02 09:00') })
  })

  test('without a party organisation has no score at all', async () => {
    expect(await town.ok(INSPECTOR, 'enterRedProperty', { ...SHEET, hasPartyOrganisation: false, marks: [] })).toEqual({ points: null })
  })

  const [first, ...others] = fullMarks()
  test.each([
    ['a mark is missing', others, `${first!.code} 没有评分`],
    ['a mark is above its maximum', [{ ...first!, points: first!.points + 1 }, ...others], `${first!.code} 超出该项分值`],
    ['a mark is below nought', [{ ...first!, points: -1 }, ...others], `${first!.code} 超出该项分值`],
    ['a mark rests on nothing', [{ ...first!, evidence: '  ' }, ...others], `${first!.code} 没有写明依据`],
    ['an item is invented', [...fullMarks(), { code: '9.9.9', points: 0, evidence: '' }], '9.9.9 没有这一项'],
    ['an item is marked twice', [...fullMarks(), first!], `${first!.code} 评了两次`],
  ])('is refused where %s, and the words name the item', async (_, marks, item) => {
    const before = town.dump()
    expect(await town.call(INSPECTOR, 'enterRedProperty', { ...SHEET, marks })).toMatchObject({ code: 'MARKS_INVALID', words: `评分表有误：${item}。请检查后再提交` })
    expect(town.dump()).toBe(before)
  })

  test('is for estates with a party branch only', async () => {
    expect(await town.code(INSPECTOR, 'enterRedProperty', { ...SHEET, estateId: 'heping' })).toBe('NO_PARTY_BRANCH')
    expect(await town.code(INSPECTOR, 'enterRedProperty', { ...SHEET, estateId: 'atlantis' })).toBe('ESTATE_UNKNOWN')
  })
})

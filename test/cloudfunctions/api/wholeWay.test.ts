import { answer, aReport, AUDITOR, dispatched, dueOf, MANAGER, newPhoto, OFFICE, RESIDENT, rest, stateOf } from '../../support/stories'
import { at, openTown, type Town } from '../../support/town'

let town: Town
beforeEach(() => (town = openTown()))
afterEach(() => town.close())

describe('the way of one report', () => {
  test('a resident reports, the office files and dispatches, the manager answers, the office verifies and closes, the resident is told', async () => {
    const report = aReport()
    const { caseId, number, joinedInstead } = await town.ok(RESIDENT, 'reportCase', report)
    expect({ number, joinedInstead, state: stateOf(town, caseId) }).toEqual({ number: null, joinedInstead: false, state: 'submitted' })
    expect((await town.ok(OFFICE, 'readDesk', {})).waiting.find(({ kind }) => kind === 'toFile')).toMatchObject({ count: 1, oldestAt: town.now() })

    expect(await town.ok(OFFICE, 'fileCase', { caseId, categoryCode: '0201', dispatch: true })).toEqual({ dueAt: at('2026-11-02 11:00') })
    expect((await town.ok(MANAGER, 'listCases', { scope: 'estate', open: true })).cases.map(({ id }) => id)).toEqual([caseId])

    town.goTo('2026-11-02 10:30')
    expect(await answer(town, caseId)).toEqual({ overdue: false })
    await town.ok(RESIDENT, 'followUp', { caseId, fixed: true })
    await town.ok(OFFICE, 'verifyCase', { caseId, matches: true, method: 'photos', text: '照片相符', close: true })
    expect(stateOf(town, caseId)).toBe('closed')

    const read = await town.ok(RESIDENT, 'readCase', { caseId })
    expect(read.timeline.map(({ type }) => type)).toEqual(['submitted', 'filed', 'dispatched', 'answered', 'confirmedFixed', 'verified', 'closed'])
    expect(read.photosBefore).toHaveLength(1)
    expect(read.photosAfter).toHaveLength(1)
    expect(read.deadline?.explanation.join('\n')).toContain('11:00')
    await town.beat()
    const told = await town.ok(RESIDENT, 'listNotices', {})
    expect(told.notices.map(({ kind }) => kind).sort()).toEqual(['reportAnswered', 'reportClosed', 'reportFiled'])
    expect(town.all('ledger')).toEqual([])
  })

  test('what nobody answers in time becomes an entry by the clock alone, and the standings are made of the entries', async () => {
    const caseId = await dispatched(town)
    town.goTo('2026-11-02 11:01')
    expect(town.all('ledger')).toEqual([])
    await rest(town)
    expect(town.all('ledger')).toMatchObject([{ _id: `case:${caseId}:overdue`, estateId: 'jinxiu', month: '2026-11', points: -200, factAt: at('2026-11-02 11:00'), seq: 1 }])

    const { standings, stage } = await town.ok(AUDITOR, 'readStandings', { period: '2026-11' })
    expect(stage).toBe('running')
    const jinxiu = standings.find(({ estateId }) => estateId === 'jinxiu')
    // 60 % of 98.00 and 40 % of 100.00, in hundredths.
    expect(jinxiu).toMatchObject({ rank: 6, longTermPoints: 9800, propertyPoints: 10000, compositePoints: 9880, overdue: 1, deductionsPoints: 200 })
    expect(standings.filter(({ rank }) => rank === 1)).toHaveLength(5)

    const score = await town.ok(RESIDENT, 'readScore', { estateId: 'jinxiu', period: '2026-11' })
    expect(score.entries).toMatchObject([{ id: `case:${caseId}:overdue`, rule: 'overdue', points: -200, caseNumber: '202611-0001', about: { category: '清扫保洁不干净', place: '垃圾分类亭' }, reversed: false }])
    expect(score.entries[0]?.ruleText).toContain('超时案卷')
    expect(await answer(town, caseId)).toEqual({ overdue: true })
  })

  test('answered at the very millisecond of the deadline is in time, one later is not', async () => {
    const [inTime, late] = [await dispatched(town), await dispatched(town, { place: { spotId: 'jinxiu-b1' } })]
    town.goTo(dueOf(town, inTime))
    expect(await answer(town, inTime)).toEqual({ overdue: false })
    town.goTo(dueOf(town, late) + 1)
    expect(await answer(town, late)).toEqual({ overdue: true })
    town.goTo(town.now() + 1)
    await rest(town)
    expect(town.all('ledger').map(({ _id }) => _id)).toEqual([`case:${late}:overdue`])
  })

  test('the reporter who says it is not fixed brings it back, and the rework has a limit of its own', async () => {
    const caseId = await dispatched(town)
    await answer(town, caseId)
    town.goTo('2026-11-02 14:00')
    await town.ok(RESIDENT, 'followUp', { caseId, fixed: false, text: '还在', photos: [newPhoto()] })
    expect({ state: stateOf(town, caseId), dueAt: dueOf(town, caseId) }).toEqual({ state: 'rework', dueAt: at('2026-11-02 16:00') })
    expect((await town.ok(MANAGER, 'listNotices', {})).notices.map(({ kind }) => kind)).toContain('caseRework')
  })
})

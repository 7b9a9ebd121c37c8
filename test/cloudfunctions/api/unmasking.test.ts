import { householdAt, HOME, invited } from '../../support/households'
import { beginning } from '../../support/killed'
import { AUDITOR, aReport, dispatched, INSPECTOR, MANAGER, NEIGHBOUR, newKey, OFFICE, OFFICE_2, RESIDENT, rest, submitted } from '../../support/stories'
import { openTown, personId, type Town } from '../../support/town'

let town: Town
beforeEach(() => (town = openTown()))
afterEach(() => town.close())

beforeAll(() => void jest.spyOn(console, 'error').mockImplementation(() => undefined))
afterAll(() => void jest.restoreAllMocks())

const WHY = '需要上门核实情况'
const reportersOf = async (caseId: string, openid = OFFICE, of = town) => (await of.ok(openid, 'readCase', { caseId })).reporters
async function looked(caseId: string, changes: { reason?: string; key?: string } = {}, openid = OFFICE) {
  const [first] = (await reportersOf(caseId))!
  return town.ok(openid, 'unmaskReporter', { key: newKey(), caseId, reportId: first!.reportId, reason: WHY, ...changes })
}

describe('who reported', () => {
  test('is shown to the office masked, the first and who joined, with the building they live in', async () => {
    const caseId = await dispatched(town)
    town.goTo('2026-11-02 09:10')
    await town.ok(NEIGHBOUR, 'joinCase', { key: newKey(), caseId })
    expect(await reportersOf(caseId)).toEqual([
      { reportId: expect.stringMatching(/^r/) as string, maskedName: '李**', maskedRoom: '3 幢 **', at: town.now() - 600_000, first: true, gone: false },
      { reportId: expect.stringMatching(/^r/) as string, maskedName: '刘**', maskedRoom: null, at: town.now(), first: false, gone: false },
    ])
  })

  test('stands before those who joined, however many they are', async () => {
    const caseId = await dispatched(town)
    const [begun] = (await reportersOf(caseId))!
    town.goTo('2026-11-02 09:10')
    const report = town.one('reports', begun!.reportId)
    // Ids of reports are of chance: all of these stand before its own.
    town.engine.insert('reports', Array.from({ length: 130 }, (_, index) => ({ ...report, _id: `a-joiner-${index}`, personId: personId(NEIGHBOUR), first: false, at: town.now() })))
    const reporters = (await reportersOf(caseId))!
    expect([reporters[0], reporters.length, new Set(reporters.map(({ reportId }) => reportId)).size, reporters.filter(({ first }) => first).length]).toEqual([begun, 100, 100, 1])
  })

  test.each([['the manager', MANAGER], ['an inspector', INSPECTOR], ['the auditor', AUDITOR], ['the reporter', RESIDENT], ['a neighbour', NEIGHBOUR]])('is not shown to %s at all', async (_, openid) => {
    expect(await reportersOf(await dispatched(town), openid)).toBeNull()
  })

  test('is not shown to one of the office who manages the estate himself, neither masked nor otherwise', async () => {
    const caseId = await dispatched(town)
    const [first] = (await reportersOf(caseId))!
    const both = town.one('people', personId(OFFICE_2))
    await town.store.set('people', { ...both, grants: [...both.grants, { role: 'manager', estateId: 'jinxiu' }] })
    const reply = await town.ok(OFFICE_2, 'readCase', { caseId })
    expect([reply.reporters, reply.photos]).toEqual([null, null])
    const before = town.dump()
    expect(await town.code(OFFICE_2, 'unmaskReporter', { key: newKey(), caseId, reportId: first!.reportId, reason: WHY })).toBe('OWN_ESTATE')
    expect(town.dump()).toBe(before)
  })
})

describe('a look behind the mask', () => {
  test('tells the name, the household, and for whom it was reported', async () => {
    await invited(town, RESIDENT, NEIGHBOUR, HOME, 'relative')
    const own = await submitted(town)
    expect(await looked(own)).toEqual({ name: '李阿姨', households: [{ estateName: '锦绣花园', label: '3 幢 2 单元 501', relation: 'lives' }], forHousehold: null })
    const { caseId } = await town.ok(NEIGHBOUR, 'reportCase', aReport({ place: { spotId: 'jinxiu-b1' }, forHouseholdId: householdAt(HOME) }))
    expect(await looked(caseId)).toEqual({ name: '刘先生', households: [{ estateName: '锦绣花园', label: '3 幢 2 单元 501', relation: 'relative' }], forHousehold: { estateName: '锦绣花园', label: '3 幢 2 单元 501' } })
  })

  test('is recorded and told to the person, each time; sent twice it is one look', async () => {
    const caseId = await submitted(town)
    const key = newKey()
    await looked(caseId, { key })
    await looked(caseId, { key })
    expect(town.all('unmaskings')).toMatchObject([{ caseId, personId: personId(RESIDENT), by: personId(OFFICE), byName: '周主任', reason: WHY, at: town.now() }])
    await town.ok(OFFICE, 'fileCase', { caseId, categoryCode: '0201', dispatch: true })
    town.goTo('2026-11-02 10:00')
    await looked(caseId, { reason: '再次核实一下' }, OFFICE_2)
    const mine = await town.ok(RESIDENT, 'listUnmaskings', {})
    expect(mine.unmaskings.map(({ who, reason, caseNumber, at }) => [who, reason, caseNumber, at])).toEqual([['吴干事', '再次核实一下', '202611-0001', town.now()], ['周主任', WHY, null, town.now() - 3_600_000]])
    const told = (await town.ok(RESIDENT, 'listNotices', {})).notices
    expect(told.map(({ kind, caseId: about }) => [kind, about])).toEqual([['reporterUnmasked', caseId], ['reporterUnmasked', caseId]])
    expect(told[0]?.text).toContain('再次核实一下')
  })

  test.each(['核实', '   ', '！！！！！！', '👍👍👍👍👍'])('for the reason "%s" is refused and leaves nothing', async (reason) => {
    const caseId = await submitted(town)
    const [first] = (await reportersOf(caseId))!
    const before = town.dump()
    expect(['REASON_SHORT', 'BAD_REQUEST']).toContain(await town.code(OFFICE, 'unmaskReporter', { key: newKey(), caseId, reportId: first!.reportId, reason }))
    expect(town.dump()).toBe(before)
  })

  test('needs the case of that very report', async () => {
    const [one, other] = [await submitted(town), await submitted(town, { place: { spotId: 'jinxiu-b1' }, by: NEIGHBOUR })]
    const [first] = (await reportersOf(one))!
    expect(await town.code(OFFICE, 'unmaskReporter', { key: newKey(), caseId: other, reportId: first!.reportId, reason: WHY })).toBe('NOT_FOUND')
  })

  test('is seen by the person and by the auditor, and in lists by nobody else', async () => {
    const caseId = await submitted(town)
    for (let times = 0; times < 21; times += 1) await looked(caseId)
    expect((await town.ok(NEIGHBOUR, 'listUnmaskings', {})).unmaskings).toEqual([])
    for (const openid of [RESIDENT, MANAGER, OFFICE, INSPECTOR]) expect(await town.code(openid, 'listUnmaskings', { scope: 'all' })).toBe('NOT_ALLOWED')
    const page = await town.ok(AUDITOR, 'listUnmaskings', { scope: 'all' })
    const next = await town.ok(AUDITOR, 'listUnmaskings', { scope: 'all', cursor: page.nextCursor! })
    expect([page.unmaskings.length, next.unmaskings.length, next.nextCursor]).toEqual([20, 1, null])
    expect(JSON.stringify([page, next])).not.toMatch(/李阿姨|单元/)
  })

  test('killed half-way is one look, recorded and told once', () =>
    beginning(
      openTown,
      async (other) => {
        const caseId = await submitted(other)
        return { caseId, reportId: (await reportersOf(caseId, OFFICE, other))![0]!.reportId }
      },
      (other, { caseId, reportId }) => other.call(OFFICE, 'unmaskReporter', { key: 'looked-and-killed-01', caseId, reportId, reason: WHY }),
      (other) => {
        expect(other.all('unmaskings')).toHaveLength(1)
        expect(other.all('notices').map(({ kind }) => kind)).toEqual(['reporterUnmasked'])
      },
    ))

  test('reaches the phone of who has accepted a message', async () => {
    await town.ok(RESIDENT, 'addQuota', { accepted: ['caseProgress'] })
    await looked(await submitted(town))
    await rest(town)
    expect(town.sent).toMatchObject([{ openid: RESIDENT, words: expect.stringContaining('考核办查看了您的身份') as string }])
  })
})

import { erasePerson } from '../../../store/erasePerson'
import { aLife, erase, ME, MINE, tracesOf } from '../../support/aLife'
import { HOME, invited, membersAt } from '../../support/households'
import { answer, aReport, closed, MANAGER, NEIGHBOUR, newKey, OFFICE, rest, submitted } from '../../support/stories'
import { openTown, personId, type Town } from '../../support/town'

beforeAll(() => void jest.spyOn(console, 'error').mockImplementation(() => undefined))
afterAll(() => void jest.restoreAllMocks())
let town: Town
beforeEach(() => (town = openTown()))
afterEach(() => town.close())

describe('what I ask to be deleted', () => {
  test('is gone everywhere; the cases stay, counted as before, with nobody behind them', async () => {
    const { first, joined } = await aLife(town)
    const casesBefore = JSON.stringify(town.all('cases'))
    expect(await erase(town)).toEqual({ finished: true })
    expect(tracesOf(town)).toEqual([])
    expect(JSON.stringify(town.all('cases'))).toBe(casesBefore)
    expect(town.all('reports').filter(({ personId: whose }) => whose === null)).toHaveLength(3)
    expect(membersAt(town, HOME).map((member) => [member.personId, member.invitedBy])).toEqual([[personId(NEIGHBOUR), null]])
    expect((await town.ok(OFFICE, 'readCase', { caseId: first })).reporters).toMatchObject([{ maskedName: '居民', maskedRoom: null, first: true, gone: true }])
    expect((await town.ok(NEIGHBOUR, 'readCase', { caseId: joined })).summary.reportCount).toBe(2)
  })

  test('opens the door to begin anew, as somebody else', async () => {
    await aLife(town)
    await erase(town)
    expect(await town.ok(ME, 'whoAmI', {})).toMatchObject({ person: null, unread: 0, households: [], consents: [] })
    expect(await town.code(ME, 'listCases', { scope: 'mine' })).toBe('NO_ESTATE')
    await town.ok(ME, 'chooseEstate', { estateId: 'jinxiu' })
    expect((await town.ok(ME, 'listCases', { scope: 'mine' })).cases).toEqual([])
    expect((await town.ok(ME, 'exportMyData', {})).reports).toEqual([])
  })

  test('does not stop the case: the others are told, nobody else is, and it counts as reported', async () => {
    const { joined } = await aLife(town)
    await erase(town)
    await answer(town, joined)
    await town.ok(NEIGHBOUR, 'followUp', { caseId: joined, fixed: true })
    town.goTo('2026-11-10 09:00')
    await rest(town)
    expect([...new Set(town.all('notices').filter(({ kind }) => kind.startsWith('report')).map(({ personId: whose }) => whose))]).toEqual([personId(NEIGHBOUR)])
    expect(town.all('notices').filter(({ personId: whose }) => typeof whose !== 'string')).toEqual([])
    expect(await town.code(OFFICE, 'unmaskReporter', { key: newKey(), caseId: joined, reportId: town.all('reports').find((each) => each.caseId === joined && each.personId === null)!._id, reason: '上门核实情况' })).toBe('REPORTER_GONE')
  })

  test('of a report that two made leaves the other one’s: it is not withdrawn over their heads', async () => {
    const caseId = await submitted(town)
    await town.ok(NEIGHBOUR, 'reportCase', aReport())
    await town.ok(NEIGHBOUR, 'deleteMyData', { confirm: true })
    expect(await town.code(ME, 'withdrawCase', { caseId })).toBe('OTHERS_JOINED')
  })

  test('is deleted once; asked for again, by somebody who is gone or never was here, there is nothing to do', async () => {
    await aLife(town)
    await erase(town)
    const withoutTallies = () => town.dump().split('\n').filter((line) => !line.startsWith('tallies '))
    const before = withoutTallies()
    expect(await erase(town)).toEqual({ finished: true })
    expect(await town.ok('newcomer-1', 'deleteMyData', { confirm: true })).toEqual({ finished: true })
    expect(withoutTallies()).toEqual(before)
  })

  test.each([MANAGER, OFFICE, 'inspector-town', 'auditor-1'])('is refused to %s: what the staff did are records', async (openid) => {
    const before = town.dump()
    expect(await town.code(openid, 'deleteMyData', { confirm: true })).toBe('STAFF_DATA_KEPT')
    expect(town.dump()).toBe(before)
  })

  test('killed after any database call is finished by the clock, and nothing new begins meanwhile', async () => {
    let kills = 0
    for (let call = 1; call <= 400; call += 1) {
      const other = openTown()
      await submitted(other)
      await invited(other, ME, NEIGHBOUR)
      await other.ok(ME, 'recordConsent', { kind: 'photo', version: '1', given: true })
      other.life.endAt(call, 'after')
      const answered_ = await other.call(ME, 'deleteMyData', { confirm: true })
      const isKilled = other.life.hasEnded()
      other.life.bear()
      if (isKilled && other.all('people').some(({ erasingAt }) => erasingAt !== undefined)) {
        expect([call, await other.code(ME, 'reportCase', aReport()), await other.code(ME, 'chooseEstate', { estateId: 'jinxiu' })]).toEqual([call, 'ERASING', 'ERASING'])
        expect((await other.ok(ME, 'whoAmI', {})).person).toBeNull()
        await rest(other)
      } else if (isKilled) await erase(other)
      expect([call, tracesOf(other)]).toEqual([call, []])
      other.close()
      if (!isKilled) {
        expect(answered_).toMatchObject({ ok: true })
        break
      }
      kills += 1
    }
    expect(kills).toBeGreaterThan(30)
  })

  test('of a long life is deleted part by part', async () => {
    await aLife(town)
    let runs = 1
    while (!(await erasePerson(town.store, MINE, 3))) runs += 1
    expect(runs).toBeGreaterThan(4)
    expect(tracesOf(town)).toEqual([])
  })

  test('and a report that is on its way at that very moment: one comes first, and nothing is left tied', async () => {
    let moments = 0
    for (let hasEnded = false; !hasEnded; moments += 1) {
      const other = openTown()
      const deletion: Promise<unknown>[] = []
      // Not waited for: while the report holds the person, the deletion has to try again.
      other.life.meanwhile(moments + 1, async () => void deletion.push(erase(other)))
      await other.call(ME, 'reportCase', aReport())
      hasEnded = deletion.length === 0
      other.life.bear()
      if (!hasEnded) {
        await Promise.all(deletion)
        expect([moments, other.all('reports').filter(({ personId: whose }) => whose === MINE), tracesOf(other)]).toEqual([moments, [], []])
      }
      other.close()
    }
    expect(moments).toBeGreaterThan(15)
  })

  test('takes nothing from a closed case’s rating', async () => {
    const caseId = await closed(town)
    await town.ok(ME, 'followUp', { caseId, fixed: true, rating: 4 })
    await erase(town)
    expect(town.all('reports')).toMatchObject([{ personId: null, rating: { value: 4 } }])
  })
})

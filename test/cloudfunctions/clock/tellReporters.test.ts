import { follower, followed } from '../../support/followers'
import { slowBeat } from '../../support/slowBeat'
import { answer, answered, dispatched, MANAGER, NEIGHBOUR, newKey, newPhoto, RESIDENT, rest, verify } from '../../support/stories'
import { openTown, personId, type Town } from '../../support/town'

let town: Town
beforeEach(() => (town = openTown()))
afterEach(() => town.close())

const answering = (of: Town, caseId: string) => of.call(MANAGER, 'answerCase', { caseId, text: '已清扫', photos: [newPhoto()] })
const told = (of: Town, kind = 'reportAnswered') => of.all('notices').filter((notice) => notice.kind === kind).map((notice) => notice.personId).sort()
const seedOf = (of: Town) => Object.fromEntries((['towns', 'editions', 'calendars', 'estates', 'people', 'cases', 'reports', 'caseRemarks', 'counters', 'announcements', 'notices', 'quotas'] as const).map((name) => [name, of.all(name)]))

describe('an answer to a case that many people follow', () => {
  test('costs the function as many database calls with 500 of them as with one', async () => {
    const calls: number[] = []
    for (const followers of [1, 10, 500]) {
      const of = openTown()
      const caseId = await dispatched(of)
      await followed(of, caseId, followers)
      of.life.bear()
      expect(await answering(of, caseId)).toMatchObject({ ok: true })
      calls.push(of.life.calls())
      of.close()
    }
    expect(new Set(calls).size).toBe(1)
  })

  test('is told to each of them once, in as many beats as it takes', async () => {
    const caseId = await dispatched(town)
    await followed(town, caseId, 260)
    await rest(town)
    await answering(town, caseId)
    await slowBeat(town, 100)
    expect(told(town).length).toBeGreaterThan(20)
    expect(told(town).length).toBeLessThan(261)
    await rest(town)
    expect(told(town)).toEqual([RESIDENT, ...Array.from({ length: 260 }, (_, index) => follower(index))].map(personId).sort())
    expect(town.all('announcements')).toEqual([])
    await rest(town)
    expect(told(town)).toHaveLength(261)
  })

  test('is dated by the answer, however late the clock comes round', async () => {
    const caseId = await answered(town)
    const answeredAt = town.now()
    town.goTo('2026-11-02 15:00')
    await rest(town)
    expect(town.all('notices').filter(({ kind }) => kind === 'reportAnswered')).toMatchObject([{ caseId, createdAt: answeredAt }])
  })

  test('is not told to who has deleted their data meanwhile, and nothing of them is left', async () => {
    const caseId = await dispatched(town)
    await followed(town, caseId, 3)
    await answering(town, caseId)
    await town.ok(follower(1), 'deleteMyData', { confirm: true })
    await rest(town)
    expect(told(town)).toEqual([RESIDENT, follower(0), follower(2)].map(personId).sort())
    expect(JSON.stringify([town.all('notices'), town.all('announcements')])).not.toContain(personId(follower(1)))
  })

  test('names nobody in what waits to be told', async () => {
    const caseId = await answered(town)
    await town.ok(NEIGHBOUR, 'joinCase', { key: newKey(), caseId })
    await town.ok(RESIDENT, 'followUp', { caseId, fixed: false, text: '没修好' })
    expect(town.all('announcements').length).toBeGreaterThan(1)
    expect(JSON.stringify(town.all('announcements'))).not.toMatch(new RegExp([RESIDENT, NEIGHBOUR].map((openid) => personId(openid).slice(1)).join('|')))
  })

  test('leaves an inspected case without reporters with nothing to tell', async () => {
    await town.ok('inspector-town', 'enterInspection', { key: newKey(), estateId: 'jinxiu', level: 'town', mode: 'unannounced', problems: [{ categoryCode: '0107', place: { spotId: 'jinxiu-bins' }, text: '桶未盖', photos: [newPhoto()] }] })
    const caseId = town.all('cases')[0]!._id
    await answer(town, caseId)
    await verify(town, caseId)
    expect(town.all('announcements')).toEqual([])
  })

  test('and a neighbour who joins at any moment of it comes to no error, and is told once or not at all', async () => {
    for (let call = 1, isOver = false; !isOver; call += 1) {
      const of = openTown()
      const caseId = await dispatched(of)
      const joining: Promise<unknown>[] = []
      of.life.meanwhile(call, async () => void joining.push(of.call(NEIGHBOUR, 'joinCase', { key: newKey(), caseId })))
      expect([call, await answering(of, caseId)]).toMatchObject([call, { ok: true }])
      isOver = joining.length === 0
      if (!isOver) expect([call, await joining[0]]).toMatchObject([call, { ok: true }])
      await rest(of)
      const mine = told(of).filter((person) => person === personId(NEIGHBOUR))
      expect([call, told(of).includes(personId(RESIDENT)), mine.length <= 1, of.all('announcements')]).toEqual([call, true, true, []])
      of.close()
    }
  })
})

describe('a clock that is disturbed while it tells', () => {
  test('killed before or after any of its calls, or run by two at once, tells each once', async () => {
    jest.spyOn(console, 'error').mockImplementation(() => undefined)
    const caseId = await dispatched(town)
    await rest(town)
    await followed(town, caseId, 23)
    await answering(town, caseId)
    const seed = seedOf(town)
    const reopened = () => openTown({ seed, now: town.now() })
    const expected = [RESIDENT, ...Array.from({ length: 23 }, (_, index) => follower(index))].map(personId).sort()
    // Two turns of three calls for each report, and what a beat asks before and around them.
    const calls = 3 * 24 + 20
    const messages = (of: Town) => of.all('notices').map(({ _id, text, createdAt }) => `${_id} ${text} ${createdAt}`).sort()
    for (let call = 1; call <= calls; call += 3)
      for (const when of ['before', 'after'] as const) {
        const of = reopened()
        of.life.endAt(call, when)
        await rest(of).catch(() => undefined)
        of.life.bear()
        await rest(of)
        expect([call, when, told(of), of.all('announcements'), new Set(messages(of)).size]).toEqual([call, when, expected, [], of.all('notices').length])
        of.close()
      }
    const both = reopened()
    await Promise.all([both.beat(), both.beat()])
    await rest(both)
    expect([told(both), both.all('announcements')]).toEqual([expected, []])
    both.close()
    jest.restoreAllMocks()
  }, 120_000)
})


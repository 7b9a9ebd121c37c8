import { answer, answered, dispatched, NEIGHBOUR, newKey, newPhoto, OFFICE, RESIDENT, rest, submitted, verify } from '../../support/stories'
import { at, MONDAY, openTown, personId, type Town } from '../../support/town'

let town: Town
beforeEach(() => (town = openTown()))
afterEach(() => town.close())

const MINUTE = 60_000
const DAY = 86_400_000
const DUE = MONDAY + 7 * DAY
const asked = () => town.all('notices').filter(({ kind }) => kind === 'reportAskedAgain')
const beatAt = async (instant: number | string) => {
  town.goTo(instant)
  await rest(town)
}

describe('a reporter who has said nothing about an answer', () => {
  test.each([[DUE - 1, 0], [DUE, 1], [DUE + 3 * DAY, 1]])('at %i is asked again %i times', async (instant, times) => {
    const caseId = await answered(town)
    await beatAt(instant)
    expect(asked()).toHaveLength(times)
    if (times > 0) expect(asked()).toMatchObject([{ _id: `notice:${caseId}:1:followUp:2:reportAskedAgain:${personId(RESIDENT)}`, personId: personId(RESIDENT), caseId, template: 'caseProgress' }])
  })

  test('is asked once and never again, however long the silence and however often the clock beats', async () => {
    await answered(town)
    for (let day = 7; day < 60; day += 4) await beatAt(MONDAY + day * DAY)
    expect(asked()).toHaveLength(1)
  })

  test('is asked whether it is answered, verified or closed', async () => {
    const [one, two] = [await answered(town), await answered(town, { place: { spotId: 'jinxiu-b1' } })]
    await answered(town, { place: { spotId: 'jinxiu-b2' } })
    await verify(town, one, false)
    await verify(town, two)
    await beatAt(DUE)
    expect(asked()).toHaveLength(3)
  })

  test('is asked for oneself: who has spoken is left in peace, a neighbour who has not is asked', async () => {
    const caseId = await answered(town)
    await town.ok(NEIGHBOUR, 'joinCase', { key: newKey(), caseId })
    await town.ok(RESIDENT, 'followUp', { caseId, fixed: true })
    await beatAt(DUE)
    expect(asked().map((notice) => notice.personId)).toEqual([personId(NEIGHBOUR)])
  })

  test('who reported the same case twice has spoken by one word for both', async () => {
    const caseId = await dispatched(town)
    await town.ok(RESIDENT, 'reportCase', { key: newKey(), estateId: 'jinxiu', categoryCode: '0201', place: { spotId: 'jinxiu-bins' }, text: '还在', photos: [] })
    await answer(town, caseId)
    await town.ok(RESIDENT, 'followUp', { caseId, fixed: true })
    await beatAt(DUE)
    expect(asked()).toEqual([])
    expect(town.one('cases', caseId).askAt).toBeNull()
  })

  test('is asked anew about another answer, a week after that one', async () => {
    const caseId = await answered(town)
    await beatAt(DUE)
    await town.ok(RESIDENT, 'followUp', { caseId, fixed: false, text: '没修好' })
    await answer(town, caseId)
    const second = town.now()
    await beatAt(second + 7 * DAY - 1)
    expect(asked()).toHaveLength(1)
    await beatAt(second + 7 * DAY)
    expect(asked().map(({ _id }) => _id.split(':')[2])).toEqual(['1', '2'])
  })

  test('is not asked while it is being reworked, nor when it has gone back by another one’s word', async () => {
    const caseId = await answered(town)
    await town.ok(NEIGHBOUR, 'joinCase', { key: newKey(), caseId })
    await town.ok(NEIGHBOUR, 'followUp', { caseId, fixed: false, text: '没修好' })
    await beatAt(DUE + DAY)
    expect(asked()).toEqual([])
  })

  test('is not asked about what can no longer be said, when the clock has slept so long', async () => {
    const caseId = await answered(town)
    await verify(town, caseId)
    await beatAt(MONDAY + 30 * DAY + 1)
    expect([asked(), town.one('cases', caseId).askAt]).toEqual([[], null])
  })

  test('is not woken: what falls due at night is sent in the morning', async () => {
    town.goTo('2026-11-02 22:30')
    const caseId = await submitted(town, { categoryCode: '0101' })
    await town.ok(OFFICE, 'fileCase', { caseId, categoryCode: '0101', dispatch: true })
    await answer(town, caseId)
    await beatAt('2026-11-09 22:30')
    expect(asked()).toMatchObject([{ tryAt: at('2026-11-10 08:30') }])
  })

  test('costs the clock no look at anybody else’s case', async () => {
    await answered(town)
    for (let index = 1; index <= 8; index += 1) await dispatched(town, { place: { spotId: `jinxiu-b${index}` }, photos: [newPhoto()] })
    expect(town.all('cases').filter(({ askAt }) => askAt !== null)).toHaveLength(1)
    town.goTo(DUE)
    expect((await town.beat()).done).toMatchObject({ askAgain: 1 })
    expect((await town.beat()).done).toMatchObject({ askAgain: 0 })
  })
})

describe('a clock that is disturbed while it asks', () => {
  /** Without the hour of the next try: a killed beat keeps what it had taken for a minute. */
  const settled = (other: Town) => other.dump().split('\n').filter((line) => /^(cases|notices) /.test(line)).map((line) => line.replace(/"tryAt":\d+,/, ''))
  async function restTwice(other: Town) {
    await rest(other)
    other.goTo(DUE + MINUTE)
    await rest(other)
  }
  async function prepare(other: Town) {
    const caseId = await answered(other)
    await other.ok(NEIGHBOUR, 'joinCase', { key: newKey(), caseId, photos: ['cloud://photos/joined.jpg'] })
    other.goTo(DUE)
  }
  const reopened = (now: number, from: Town) => openTown({ now, seed: { ...Object.fromEntries((['towns', 'editions', 'calendars', 'estates', 'people', 'cases', 'reports', 'counters', 'notices', 'quotas'] as const).map((name) => [name, from.all(name)])) } })

  test('killed after any of its calls, or run by two at once, comes to the same', async () => {
    jest.spyOn(console, 'error').mockImplementation(() => undefined)
    await prepare(town)
    const undisturbed = reopened(DUE, town)
    undisturbed.life.bear()
    await rest(undisturbed)
    const calls = undisturbed.life.calls()
    await restTwice(undisturbed)
    const expected = settled(undisturbed)
    undisturbed.close()
    for (let call = 1; call <= calls; call += 1) {
      const other = reopened(DUE, town)
      other.life.endAt(call, 'after')
      await rest(other).catch(() => undefined)
      expect([call, other.life.hasEnded()]).toEqual([call, true])
      other.life.bear()
      await restTwice(other)
      expect([call, ...settled(other)]).toEqual([call, ...expected])
      other.close()
    }
    const both = reopened(DUE, town)
    await Promise.all([both.beat(), both.beat()])
    expect(both.all('notices').filter(({ kind }) => kind === 'reportAskedAgain')).toHaveLength(2)
    both.close()
    jest.restoreAllMocks()
  }, 60_000)
})

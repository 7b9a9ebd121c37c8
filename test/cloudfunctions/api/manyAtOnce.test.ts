import type { PersonDocument } from '../../../types/documents/people'
import { townSeed } from '../../../scripts/demo/town'
import { aReport, TWO_HOURS } from '../../support/stories'
import { openTown, personId, TOWN_ID, type Town } from '../../support/town'

const MANY = 50
/** As an ordinary cloud takes. */
const CALL_MS = 10
const reporter = (index: number): string => `reporter-${index}`
const officer = (index: number): string => `officer-${index % 4}`
const everyone = Array.from({ length: MANY }, (_, index) => index)
const people: readonly PersonDocument[] = [
  ...everyone.map((index): PersonDocument => ({ _id: personId(reporter(index)), townId: TOWN_ID, openid: reporter(index), name: '居民', grants: [], staff: false, estateId: 'jinxiu' })),
  ...[0, 1, 2, 3].map((index): PersonDocument => ({ _id: personId(officer(index)), townId: TOWN_ID, openid: officer(index), name: '考核办', grants: [{ role: 'office' }], staff: true, estateId: null })),
]
const PLACES = ['b1', 'b2', 'b3', 'b4', 'b5', 'b6', 'b7', 'b8', 'gate-s', 'gate-n', 'garden', 'bins', 'parking', 'play'].map((spot) => ({ spotId: `jinxiu-${spot}` }))
/** Whether they are the same problem, the office finds out. */
const reportOf = (index: number) => aReport({ categoryCode: null, place: PLACES[index % PLACES.length]! })

let town: Town
beforeEach(() => {
  const seed = townSeed('2026-01')
  town = openTown({ seed: { ...seed, people: [...seed.people!, ...people] } })
})
afterEach(() => town.close())

const numbers = () => town.all('cases').map(({ number }) => number).sort()
const oneToMany = everyone.map((index) => `202611-${String(index + 1).padStart(4, '0')}`)

describe('after heavy rain', () => {
  test('fifty people report at once, and none has to try again: their reports share nothing', async () => {
    town.life.slowBy(CALL_MS)
    const tries = jest.spyOn(Math, 'random')
    const said = await Promise.all(everyone.map((index) => town.code(reporter(index), 'reportCase', reportOf(index))))
    expect([said, tries.mock.calls.length]).toEqual([everyone.map(() => 'ok'), 0])
    tries.mockRestore()
    expect(town.all('cases').map(({ state }) => state)).toEqual(everyone.map(() => 'submitted'))
    expect(numbers()).toEqual(everyone.map(() => null))
  }, 60_000)

  test('four officers file all of them at once, and each case has a number of its own, without a gap', async () => {
    for (const index of everyone) await town.ok(reporter(index), 'reportCase', reportOf(index))
    town.life.slowBy(CALL_MS)
    const said = await Promise.all(town.all('cases').map(({ _id: caseId }, index) => town.code(officer(index), 'fileCase', { caseId, categoryCode: TWO_HOURS, dispatch: true })))
    expect(said).toEqual(everyone.map(() => 'ok'))
    expect(numbers().filter((number) => number !== null).length).toBeGreaterThan(MANY / 2)
    // Who has had to wait too long gets it from the clock.
    town.life.slowBy(0)
    town.goTo(town.now() + 60_000)
    await town.beat()
    expect(numbers()).toEqual(oneToMany)
  }, 60_000)

  test('four officers file one after the other, each from the own end, and none has to ask twice', async () => {
    for (const index of everyone) await town.ok(reporter(index), 'reportCase', reportOf(index))
    town.life.slowBy(CALL_MS)
    const caseIds = town.all('cases').map(({ _id }) => _id)
    const said: string[] = []
    await Promise.all([0, 1, 2, 3].map(async (who) => {
      for (const caseId of caseIds.filter((_, index) => index % 4 === who)) said.push(await town.code(officer(who), 'fileCase', { caseId, categoryCode: TWO_HOURS, dispatch: true }))
    }))
    expect(said).toEqual(everyone.map(() => 'ok'))
    expect(numbers()).toEqual(oneToMany)
  }, 60_000)
})

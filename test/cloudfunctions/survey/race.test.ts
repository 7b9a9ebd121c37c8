import fc from 'fast-check'
import { aBallot, answersFrom, ballotsOf, beats, COUNTED, expectBalance, homeOf, openEstate, opened, secretOf, survey, voterOf } from '../../support/surveys'
import { personId, type Town } from '../../support/town'

beforeAll(() => void jest.spyOn(console, 'error').mockImplementation(() => undefined))
afterAll(() => void jest.restoreAllMocks())

const HOUSEHOLDS = 200
const DEVICES = 3
const KILLS = 300
const later = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
const deviceOf = (n: number, device: number) => (device === 0 ? voterOf(n) : `${voterOf(n)}-${device}`)

/** Each household with three phones of people who live there. */
async function threePhones(town: Town): Promise<void> {
  for (let n = 0; n < HOUSEHOLDS; n += 1) {
    const household = town.one('households', homeOf(n))
    await town.store.set('households', { ...household, members: Array.from({ length: DEVICES }, (_, device) => ({ ...household.members[0]!, personId: personId(deviceOf(n, device)) })) })
  }
}

/**
 * What a phone hears in the end: whatever dies or is busy is sent again with the same secret, as the app does. Each send arms a kill at one of the calls to
 * come, anybody's, so that functions die at every kind of call while others are at work.
 */
async function persist(town: Town, n: number, device: number, kill: () => void, onDeath: () => void): Promise<string> {
  const ballot = aBallot('', homeOf(n), { secret: secretOf(`race ${n} ${device}`), answers: answersFrom(`${1 + ((n + device) % 5)}${device + 1}333333`) })
  for (let tries = 0; tries < 500; tries += 1) {
    kill()
    const said = await town.code(deviceOf(n, device), 'castBallot', ballot)
    if (said !== 'BUSY' && said !== 'INTERNAL') return said
    if (said === 'INTERNAL') onDeath()
    town.life.bear()
    await later(5)
  }
  return 'given up'
}

describe('two hundred households, three phones each, all at once, on the real engine', () => {
  test('have exactly one counted ballot each, whatever is killed in between', async () => {
    const town = openEstate(HOUSEHOLDS)
    await threePhones(town)
    await opened(town)
    let armed = 0
    const died: number[] = []
    const kill = () => {
      if (armed >= KILLS) return
      armed += 1
      town.life.endAt(1 + ((armed * 7) % 11), armed % 2 ? 'before' : 'after')
    }
    const said = await Promise.all(Array.from({ length: HOUSEHOLDS * DEVICES }, (_, index) => persist(town, Math.floor(index / DEVICES), index % DEVICES, kill, () => died.push(index))))
    town.life.bear()
    for (let n = 0; n < HOUSEHOLDS; n += 1) expect([n, said.slice(n * DEVICES, (n + 1) * DEVICES).sort()]).toEqual([n, ['BALLOT_SPENT', 'BALLOT_SPENT', 'ok']])
    expectBalance(town, HOUSEHOLDS)
    town.goTo(COUNTED)
    await beats(town)
    expect(survey(town).result).toMatchObject({ households: HOUSEHOLDS, answered: HOUSEHOLDS, spent: HOUSEHOLDS })
    expect(died.length).toBeGreaterThan(50)
    town.close()
  }, 180_000)
})

type Deed = { readonly n: number; readonly device: number; readonly revision: number; readonly answer: number }

test('whatever is sent in whatever order, a household has one ballot, with the answers of the highest revision its first phone has sent', async () => {
  const deed = fc.record({ n: fc.nat(3), device: fc.nat(1), revision: fc.integer({ min: 1, max: 4 }), answer: fc.integer({ min: 1, max: 5 }) })
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 1, maxLength: 14 }), async (deeds: readonly Deed[]) => {
      const town = openEstate(4)
      try {
        for (let n = 0; n < 4; n += 1) {
          const household = town.one('households', homeOf(n))
          await town.store.set('households', { ...household, members: [0, 1].map((device) => ({ ...household.members[0]!, personId: personId(deviceOf(n, device)) })) })
        }
        await opened(town)
        const model = new Map<number, { device: number; revision: number; answer: number }>()
        for (const { n, device, revision, answer } of deeds) {
          const said = await town.code(deviceOf(n, device), 'castBallot', aBallot('', homeOf(n), { secret: secretOf(`model ${n} ${device}`), revision, answers: answersFrom(`${answer}5555555`) }))
          const known = model.get(n)
          expect(said).toBe(known === undefined || known.device === device ? 'ok' : 'BALLOT_SPENT')
          if (known === undefined || (known.device === device && revision > known.revision)) model.set(n, { device, revision, answer })
        }
        expectBalance(town, model.size)
        expect(ballotsOf(town).map(({ answers }) => answers[0]).sort()).toEqual([...model.values()].map(({ answer }) => String(answer)).sort())
      } finally {
        town.close()
      }
    }),
    { numRuns: 25, seed: 5 },
  )
}, 60_000)

import { createHash } from 'node:crypto'
import { codeFrom, showCode } from '../../../domain/household/code'
import { ballotId, receiptOf, remarkId } from '../../../domain/survey/secret'
import { COLLECTION_NAMES } from '../../../store/collections'
import { answersFrom, ballotsOf, counted, homeOf, MIDST, openEstate, opened, secretOf, SURVEY, urnsOf, voterOf, votes } from '../../support/surveys'
import { personId, type Town } from '../../support/town'

/** Everybody answers another way, so that a ballot is known as soon as it is seen. */
const VOTERS = 120
const answersOf = (n: number): string => `${5 - (n % 5)}${5 - (Math.floor(n / 5) % 5)}${5 - (Math.floor(n / 25) % 5)}33333`
const VOTER_OF = new Map(Array.from({ length: VOTERS }, (_, n) => [answersOf(n), n]))
/** Whoever pairs voters and ballots blindly is right once, on average, however many they are; more often than eight times happens once in a million tries. */
const BY_CHANCE_MAX = 8
/** In which they came: nothing that any list is sorted by. */
const ORDER = Array.from({ length: VOTERS }, (_, n) => n).sort((a, b) => ((a * 7919) % 211) - ((b * 7919) % 211))

const logged: string[] = []
beforeAll(() => {
  for (const level of ['error', 'warn', 'log', 'info'] as const) jest.spyOn(console, level).mockImplementation((...parts: unknown[]) => void logged.push(parts.map((part) => (part instanceof Error ? `${part.message} ${part.stack}` : JSON.stringify(part))).join(' ')))
})
afterAll(() => void jest.restoreAllMocks())

const cast = (town: Town, n: number, remark = '') =>
  town.ok(voterOf(n), 'castBallot', { surveyId: SURVEY, householdId: homeOf(n), secret: secretOf(`secrecy ${n}`), revision: 1, answers: answersFrom(answersOf(n)), remark, milliseconds: 60_000 })
async function votedTown(): Promise<Town> {
  const town = openEstate(VOTERS)
  await opened(town)
  for (const [index, n] of ORDER.entries()) {
    town.goTo(MIDST + index * 47_000)
    await cast(town, n, `留言 ${n}`)
  }
  return town
}
const everything = (town: Town): Record<string, readonly Record<string, unknown>[]> => Object.fromEntries(COLLECTION_NAMES.map((name) => [name, town.engine.find(name, {}) as Record<string, unknown>[]]))

/** Every order somebody can put things in: as they lie there, backwards, and by each of their fields. */
function ordersOf<T extends object>(items: readonly T[]): readonly (readonly T[])[] {
  const fields = [...new Set(items.flatMap((item) => Object.keys(item)))]
  const by = (field: string) => [...items].sort((a, b) => (JSON.stringify(a[field as keyof T]) < JSON.stringify(b[field as keyof T]) ? -1 : 1))
  return [items, ...fields.map(by)].flatMap((order) => [order, [...order].reverse()])
}

describe('an attempt to say who answered what, with the whole database and every log', () => {
  let town: Town
  beforeAll(async () => (town = await votedTown()))
  afterAll(() => town.close())

  test('with the code and the receipt of a household, as who holds the phone at its door has seen them, finds no ballot: they lead there by a key that is not in the database', async () => {
    const [n] = [3]
    const { receipt } = await cast(town, n)
    const seen = { surveyId: SURVEY, householdId: homeOf(n), secret: secretOf(`secrecy ${n}`) }
    const plain = (text: string) => createHash('sha256').update(text).digest('hex')
    const urns = [...town.all('urns'), ...town.all('sealedUrns')]
    const [ballots, remarks] = [urns.flatMap((urn) => urn.ballots), urns.flatMap((urn) => urn.remarks)]
    expect(ballots).toHaveLength(VOTERS)
    expect(ballots.map(({ id }) => id)).not.toContain(ballotId(plain, seen, seen.secret))
    expect(remarks.map(({ id }) => id)).not.toContain(remarkId(plain, seen, seen.secret))
    expect(ballots.flatMap(({ id }) => [showCode(codeFrom(id)), receiptOf(plain, id)])).not.toContain(receipt)
  })

  test('by any order is no better than chance: of ballots as of remarks, of households as they lie there as of people as they came', () => {
    const households = town.all('households').filter(({ spentIn }) => spentIn.includes(SURVEY))
    expect(households).toHaveLength(VOTERS)
    const numberOf = new Map(Array.from({ length: VOTERS }, (_, n) => [homeOf(n), n]))
    // The log of the platform has everybody's calls to the second: the strongest of all orders.
    const voters = [ORDER, [...ORDER].reverse(), ...ordersOf(households).map((order) => order.map(({ _id }) => numberOf.get(_id)!))]
    const [urn] = town.engine.find('urns', {}) as unknown as [{ ballots: { answers: string }[]; remarks: { text: string }[]; phones: object }]
    const ballots = ordersOf(urn.ballots.map(({ answers: _, ...seen }, place) => ({ ...seen, place }))).map((order) => order.map(({ place }) => VOTER_OF.get(urn.ballots[place]!.answers)!))
    const remarks = ordersOf(urn.remarks.map(({ text: _, ...seen }, place) => ({ ...seen, place }))).map((order) => order.map(({ place }) => Number(urn.remarks[place]!.text.slice(3))))
    let tried = 0
    for (const guess of voters)
      for (const truth of [...ballots, ...remarks]) {
        tried += 1
        expect(guess.filter((n, place) => truth[place] === n).length).toBeLessThanOrEqual(BY_CHANCE_MAX)
      }
    expect(tried).toBeGreaterThan(200)
    // A remark lies no nearer to its ballot than chance would put it.
    expect(urn.ballots.filter(({ answers }, place) => VOTER_OF.get(answers) === Number(urn.remarks[place]!.text.slice(3))).length).toBeLessThanOrEqual(BY_CHANCE_MAX)
  })

  test('by any key finds none: no word of a ballot stands anywhere else, and none of a household or a person in the urn', () => {
    const { urns, ...rest } = everything(town)
    const [inUrns, elsewhere] = [JSON.stringify(urns), JSON.stringify(rest)]
    for (const { id } of ballotsOf(town)) expect(elsewhere).not.toContain(id)
    for (const { id } of urnsOf(town).flatMap(({ remarks }) => remarks)) expect([elsewhere.includes(id), elsewhere.includes('留言 ')]).toEqual([false, false])
    for (let n = 0; n < VOTERS; n += 1) for (const known of [homeOf(n), homeOf(n).slice(1), personId(voterOf(n)).slice(1), voterOf(n), secretOf(`secrecy ${n}`)]) expect(inUrns).not.toContain(known.length > 8 ? known : `"${known}"`)
  })

  test('by time finds none: beside the count of each five minutes there is no instant, and a household learns only that it has answered', () => {
    const [urn] = urnsOf(town)
    const { bursts, ...others } = urn!
    expect(JSON.stringify(others)).not.toMatch(/\b17\d{11}\b/)
    expect(Object.values(bursts).reduce((sum, count) => sum + count, 0)).toBe(VOTERS)
    const fresh = openEstate(VOTERS)
    const before = new Map(fresh.all('households').map((household) => [household._id, household]))
    fresh.close()
    for (const household of town.all('households')) expect({ ...household, spentIn: [] }).toEqual(before.get(household._id))
  })

  test('by the log finds none: not one word of it', () => {
    expect(logged.join('\n')).not.toMatch(/留言|ballot|answers|secret/)
  })

  test('by two backups finds which ballots and which households came between them, and not which is whose', async () => {
    const other = openEstate(40)
    await opened(other)
    for (let n = 0; n < 20; n += 1) await cast(other, n)
    const first = JSON.stringify(ballotsOf(other))
    for (let n = 20; n < 40; n += 1) await cast(other, n)
    const between = ballotsOf(other).filter(({ id }) => !first.includes(id))
    expect(between.map(({ answers }) => VOTER_OF.get(answers)).sort((a, b) => a! - b!)).toEqual(Array.from({ length: 20 }, (_, n) => n + 20))
    const inTheOrderTheyCame = between.filter(({ answers }, place) => VOTER_OF.get(answers) === place + 20).length
    expect(inTheOrderTheyCame).toBeLessThanOrEqual(BY_CHANCE_MAX)
    other.close()
  })

  test('after the count there is even less: whose phone it was is gone, and the ballots are as many as the spent rights', async () => {
    await counted(town)
    expect(town.all('sealedUrns').map(({ phones, ballots }) => [phones, ballots.length])).toEqual([[{}, VOTERS]])
    expect(town.all('urns')).toEqual([])
  })
})

test('no reply to anybody says what a household has answered, not even to the one who did', async () => {
  const town = openEstate(12)
  await opened(town)
  for (let n = 0; n < 12; n += 1) await votes(town, n, { answers: answersFrom(n === 0 ? '51423024' : `4${n % 5}435345`), remark: n === 0 ? '只有我这样写' : '' })
  const replies = async () => {
    const said: string[] = []
    for (const by of [voterOf(0), voterOf(1), 'manager-jinxiu', 'office-1', 'inspector-town', 'auditor-1'])
      for (const [action, request] of [['readSurveys', {}], ['readSurvey', { surveyId: SURVEY }], ['readSurveyDesk', { surveyId: SURVEY }], ['listDoors', { surveyId: SURVEY, building: '1' }], ['readHousehold', { householdId: homeOf(0) }], ['exportMyData', {}], ['listHouseholds', { estateId: 'jinxiu' }]] as const)
        said.push(JSON.stringify(await town.raw(by, { action, request })))
    said.push(JSON.stringify(await votes(town, 0)))
    return said.join('\n')
  }
  const open = await replies()
  expect(open).not.toMatch(/51423024|5,1,4,2,3,0,2,4|只有我这样写/)
  await counted(town)
  // The remark is read by the office now, without anything beside it.
  const sealed = (await replies()).replaceAll('只有我这样写', '')
  expect(sealed).not.toMatch(/51423024|5,1,4,2,3,0,2,4/)
  town.close()
})

test('who takes the own data out reads that the household has answered, and nothing else of it', async () => {
  const town = openEstate(12)
  await opened(town)
  await votes(town, 0, { answers: answersFrom('51423024') })
  await town.ok(voterOf(0), 'chooseEstate', { estateId: 'jinxiu' })
  expect((await town.ok(voterOf(0), 'exportMyData', {})).households).toMatchObject([{ surveyYears: [2026] }])
  town.close()
})

import { readCode } from '../../../domain/household/readCode'
import { householdAt, slipOf } from '../../support/households'
import { beginning } from '../../support/killed'
import { AUDITOR, NEIGHBOUR, newKey, OFFICE, OFFICE_2 } from '../../support/stories'
import { twoTowns } from '../../support/secondTown'
import { openTown, type Town } from '../../support/town'

const KEY = 'slips-of-the-office-1'
const ESTATE = { estateId: 'jinxiu' } as const
/** The demo's households have a slip each; these have none any more. */
const BARE = ['1-1-301', '1-1-501', '2-1-301'] as const
async function bare(town: Town): Promise<void> {
  for (const place of BARE) await town.ok(OFFICE_2, 'clearHousehold', { householdId: householdAt(place), reason: '重新发码' })
}
const kinds = (town: Town) => town.all('householdActs').filter(({ kind }) => kind !== 'cleared').map(({ kind }) => kind)

let town: Town
beforeEach(async () => {
  town = openTown()
  await bare(town)
})
afterEach(() => town.close())
const issue = (key = KEY, building?: string, by = OFFICE) => town.ok(by, 'issueSlips', { key, ...ESTATE, ...(building !== undefined && { building }) })

describe('slips by the hundred', () => {
  test('are drawn for whoever has none to use, by address, and each opens its household', async () => {
    const { slips, left, estateName } = await issue()
    expect([estateName, left, slips.map(({ label }) => label)]).toEqual(['锦绣花园', 0, ['1 幢 1 单元 301', '1 幢 1 单元 501', '2 幢 1 单元 301']])
    for (const { code } of slips) expect(readCode(code)).toEqual({ ok: true, code })
    expect((await town.ok(NEIGHBOUR, 'bindHousehold', { code: slips[1]!.code })).household.label).toBe('1 幢 1 单元 501')
    expect(kinds(town)).toEqual(['codeIssued', 'codeIssued', 'codeIssued'])
  })

  test('are drawn for one building only, however it is typed', async () => {
    const { slips, left } = await issue(KEY, '01幢')
    expect([slips.length, left]).toEqual([2, 0])
    expect((await issue(newKey())).slips.map(({ label }) => label)).toEqual(['2 幢 1 单元 301'])
  })

  test('are not drawn where somebody is bound, a slip waits, or nobody can live', async () => {
    await town.ok(OFFICE, 'setHouseholdStatus', { householdId: householdAt('1-1-301'), status: 'removed', reason: '并户' })
    expect((await issue()).slips.map(({ label }) => label)).toEqual(['1 幢 1 单元 501', '2 幢 1 单元 301'])
    expect(await town.code(NEIGHBOUR, 'bindHousehold', { code: slipOf('1-2-301') })).toBe('ok')
  })

  test('are drawn anew where the slip was used and nobody is left', async () => {
    const { code } = (await issue()).slips[0]!
    await town.ok(NEIGHBOUR, 'bindHousehold', { code })
    await town.ok(NEIGHBOUR, 'leaveHousehold', { householdId: householdAt('1-1-301') })
    expect((await issue(newKey())).slips.map(({ label }) => label)).toEqual(['1 幢 1 单元 301'])
  })

  test('whose answer was lost are the same when asked for again, and no second ones are drawn', async () => {
    const first = await issue()
    expect(await issue()).toEqual(first)
    expect(kinds(town)).toHaveLength(3)
    // What was used or replaced meanwhile is not printed again.
    await town.ok(NEIGHBOUR, 'bindHousehold', { code: first.slips[0]!.code })
    await town.ok(OFFICE, 'issueCode', { key: newKey(), householdId: householdAt('1-1-501') })
    expect((await issue()).slips).toEqual(first.slips.slice(2))
  })

  test('that one has are nobody else\'s: the same key of another one draws others', async () => {
    await issue()
    expect((await issue(KEY, undefined, OFFICE_2)).slips).toEqual([])
  })

  test('come fifty at a time, and how many are left is told', async () => {
    const row = town.one('households', householdAt('1-1-301'))
    for (let room = 1; room <= 60; room += 1) await town.store.set('households', { ...row, _id: `h${room}`, building: '9', room: String(room), label: `9 幢 ${room}`, order: `00009 ${String(room).padStart(5, '0')}` })
    const first = await issue(KEY, '9')
    expect([first.slips.length, first.left, first.slips[49]!.label]).toEqual([50, 10, '9 幢 50'])
    expect(await issue(KEY, '9')).toEqual(first)
    const second = await issue(newKey(), '9')
    expect([second.slips.length, second.left]).toEqual([10, 0])
    expect(await issue(newKey(), '9')).toEqual({ estateName: '锦绣花园', slips: [], left: 0 })
    expect(new Set([...first.slips, ...second.slips].map(({ code }) => code)).size).toBe(60)
  })

  test('that two draw at once are each drawn once', async () => {
    const both = await Promise.all([issue(), issue(KEY, undefined, OFFICE_2)])
    const drawn = both.flatMap(({ slips }) => slips.map(({ householdId }) => householdId))
    expect([...drawn].sort()).toEqual(BARE.map((place) => householdAt(place)).sort())
  })

  test('stand nowhere but as hashes', async () => {
    const { slips } = await issue()
    for (const { code } of slips) expect(town.dump()).not.toContain(code)
    expect(JSON.stringify(await town.ok(AUDITOR, 'listHouseholdActs', {}))).not.toContain(slips[0]!.code)
  })

  test('of another town are not drawn', async () => {
    const two = openTown({ seed: twoTowns() })
    expect(await two.code('far-office', 'issueSlips', { key: KEY, ...ESTATE })).toBe('ESTATE_UNKNOWN')
    two.close()
  })
})

describe('a function that is killed after any of its database calls, and an office that asks again', () => {
  beforeAll(() => void jest.spyOn(console, 'error').mockImplementation(() => undefined))
  afterAll(() => void jest.restoreAllMocks())

  test('every household has one slip, on record once', () =>
    beginning(openTown, bare, (at) => at.call(OFFICE, 'issueSlips', { key: KEY, ...ESTATE }), (at) => {
      expect(kinds(at)).toEqual(['codeIssued', 'codeIssued', 'codeIssued'])
      expect(BARE.map((place) => at.all('householdCodes').filter((code) => code.householdId === householdAt(place) && code.replacedAt === null).length)).toEqual([1, 1, 1])
      expect(BARE.every((place) => at.all('householdCodes').some(({ _id }) => _id === at.one('households', householdAt(place)).slipId))).toBe(true)
    }))

  test('and the answer that comes at last has all of them', async () => {
    await beginning(openTown, bare, async (at) => {
      const reply = await at.call(OFFICE, 'issueSlips', { key: KEY, ...ESTATE })
      if (reply.ok) expect(reply.value.slips).toHaveLength(3)
      return reply
    }, () => undefined)
  })
})

import { envVariables } from '../../../cloudfunctions/api/config.json'
import { hashKeyOf, keyedHash } from '../../../cloudfunctions/api/keyedHash'
import { readCode } from '../../../domain/household/readCode'
import { householdAt, HOME, invited, membersAt, slipOf } from '../../support/households'
import { AUDITOR, NEIGHBOUR, OFFICE, OFFICE_2, RESIDENT, THIRD } from '../../support/stories'
import { FAR_ESTATE, twoTowns } from '../../support/secondTown'
import { openTown, personId, type Town } from '../../support/town'

let town: Town
beforeEach(() => (town = openTown()))
afterEach(() => town.close())

const NEW_HOME = { householdId: householdAt('1-1-301') }
const KEY = 'slip-of-the-office-01'
const codeOf = (openid: string, code: string) => town.code(openid, 'bindHousehold', { code })
const rowOf = async (label: string) => (await town.ok(OFFICE, 'listHouseholds', { estateId: 'jinxiu' })).households.find((household) => household.label === label)

describe('the roster', () => {
  test('lists an estate by address, with how many are bound and how the slip stands', async () => {
    const { households, total, nextCursor } = await town.ok(OFFICE, 'listHouseholds', { estateId: 'jinxiu' })
    expect(households.map(({ label }) => label)).toEqual(['1', '2', '3'].flatMap((building) => ['1', '2'].flatMap((unit) => ['301', '501'].map((room) => `${building} 幢 ${unit} 单元 ${room}`))))
    expect([total, nextCursor]).toEqual([12, null])
    expect(households[11]).toMatchObject({ status: 'occupied', members: 1, phones: 0, slip: { isSpent: true } })
    expect(households[2]).toMatchObject({ members: 0, phones: 2, slip: { isSpent: false } })
    expect(households.filter(({ status }) => status === 'vacant').map(({ label }) => label)).toEqual(['2 幢 2 单元 501'])
  })

  test('finds a building and a room however they are typed', async () => {
    const found = async (filter: object) => (await town.ok(AUDITOR, 'listHouseholds', { estateId: 'jinxiu', ...filter })).households.map(({ label }) => label)
    expect(await found({ building: '2幢', room: ' 0501室' })).toEqual(['2 幢 1 单元 501', '2 幢 2 单元 501'])
    expect(await found({ building: '9' })).toEqual([])
  })

  test('has pages', async () => {
    const row = town.one('households', householdAt(HOME))
    for (let room = 1; room <= 50; room += 1) await town.store.set('households', { ...row, _id: `h${room}`, building: '9', room: String(room), order: `00009 ${String(room).padStart(5, '0')}`, members: [] })
    const first = await town.ok(OFFICE, 'listHouseholds', { estateId: 'jinxiu' })
    const second = await town.ok(OFFICE, 'listHouseholds', { estateId: 'jinxiu', cursor: first.nextCursor! })
    expect([first.households.length, first.total, second.households.length, second.nextCursor]).toEqual([50, 62, 12, null])
    expect(new Set([...first.households, ...second.households].map(({ id }) => id)).size).toBe(62)
  })

  test('names nobody', async () => {
    const reply = JSON.stringify([await town.ok(OFFICE, 'listHouseholds', { estateId: 'jinxiu' }), await town.ok(AUDITOR, 'listHouseholdActs', {})])
    for (const secret of [RESIDENT, personId(RESIDENT), '李阿姨']) expect(reply).not.toContain(secret)
  })

  test('of another town is closed, to read and to act on', async () => {
    const two = openTown({ seed: twoTowns() })
    expect(await two.code('far-office', 'listHouseholds', { estateId: 'jinxiu' })).toBe('ESTATE_UNKNOWN')
    expect(await two.code('far-office', 'issueCode', { ...NEW_HOME, key: KEY })).toBe('NOT_FOUND')
    expect(await two.code('far-office', 'clearHousehold', { ...NEW_HOME, reason: '搬走' })).toBe('NOT_FOUND')
    expect((await two.ok('far-office', 'listHouseholds', { estateId: FAR_ESTATE })).households).toEqual([])
    await two.ok(OFFICE, 'issueCode', { ...NEW_HOME, key: KEY })
    expect((await two.ok('far-auditor', 'listHouseholdActs', {})).acts).toEqual([])
    two.close()
  })
})

describe('a new slip', () => {
  test('opens its household, and the unused old one opens nothing any more', async () => {
    const { code, label, estateName } = await town.ok(OFFICE, 'issueCode', { ...NEW_HOME, key: KEY })
    expect([label, estateName, readCode(code)]).toEqual(['1 幢 1 单元 301', '锦绣花园', { ok: true, code }])
    expect(await codeOf(NEIGHBOUR, slipOf('1-1-301'))).toBe('CODE_REPLACED')
    expect(await codeOf(NEIGHBOUR, code)).toBe('ok')
  })

  test('is drawn once however often it is asked for, and stands in the records', async () => {
    const codes = [await town.ok(OFFICE, 'issueCode', { ...NEW_HOME, key: KEY }), await town.ok(OFFICE, 'issueCode', { ...NEW_HOME, key: KEY })].map(({ code }) => code)
    expect(codes[1]).toBe(codes[0])
    town.goTo('2026-11-02 10:00')
    await town.ok(OFFICE_2, 'issueCode', { householdId: householdAt(HOME), key: KEY })
    expect((await town.ok(AUDITOR, 'listHouseholdActs', {})).acts.map(({ kind, who, label, estateName }) => [kind, who, label, estateName])).toEqual([['codeIssued', '吴干事', '3 幢 2 单元 501', '锦绣花园'], ['codeReplaced', '周主任', '1 幢 1 单元 301', '锦绣花园']])
  })

  test('is kept nowhere but as a hash', async () => {
    const { code } = await town.ok(OFFICE, 'issueCode', { ...NEW_HOME, key: KEY })
    const { code: invitation } = await town.ok(RESIDENT, 'inviteToHousehold', { householdId: householdAt(HOME), key: KEY, relation: 'lives' })
    for (const secret of [code, invitation, slipOf(HOME)]) expect(town.dump()).not.toContain(secret)
  })
})

describe('somebody moves out', () => {
  test('and all are unbound and told why; slip, invitation and number open nothing; the next gets a new slip', async () => {
    await invited(town, RESIDENT, NEIGHBOUR)
    const { code: open } = await town.ok(RESIDENT, 'inviteToHousehold', { householdId: householdAt(HOME), key: KEY, relation: 'lives' })
    expect(await town.ok(OFFICE, 'clearHousehold', { householdId: householdAt(HOME), reason: '房屋已出售' })).toEqual({ members: 2 })
    expect(membersAt(town, HOME)).toEqual([])
    const told = town.all('notices').filter(({ kind }) => kind === 'householdEnded')
    expect(told.map(({ personId: whom, text }) => [whom, text]).sort()).toEqual([personId(NEIGHBOUR), personId(RESIDENT)].map((whom) => [whom, '您与这一户的绑定已解除：房屋已出售']).sort())
    expect([await codeOf(THIRD, open), await codeOf(RESIDENT, slipOf(HOME))]).toEqual(['CODE_REPLACED', 'CODE_USED'])
    const { code } = await town.ok(OFFICE, 'issueCode', { householdId: householdAt(HOME), key: KEY })
    expect(await codeOf(THIRD, code)).toBe('ok')
  })

  test('before anybody used the slip: it opens nothing any more', async () => {
    await town.ok(OFFICE, 'clearHousehold', { ...NEW_HOME, reason: '空置' })
    expect(await codeOf(NEIGHBOUR, slipOf('1-1-301'))).toBe('CODE_REPLACED')
    expect((await rowOf('1 幢 1 单元 301'))?.slip).toBeNull()
  })

  test('once: a second tap leaves no second line, and the line names the office and the reason, no resident', async () => {
    for (let times = 0; times < 2; times += 1) await town.ok(OFFICE, 'clearHousehold', { householdId: householdAt(HOME), reason: '房屋已出售' })
    const { acts } = await town.ok(AUDITOR, 'listHouseholdActs', {})
    expect(acts.map(({ kind, who, reason, members, at }) => ({ kind, who, reason, members, at }))).toEqual([{ kind: 'cleared', who: '周主任', reason: '房屋已出售', members: 1, at: town.now() }])
    expect(JSON.stringify(town.all('householdActs'))).not.toContain(personId(RESIDENT))
  })
})

describe("the function's key", () => {
  test('is asked for in words when it is missing or short, and changes every hash', () => {
    const key = '0123456789abcdef'.repeat(2)
    for (const HASH_KEY of [undefined, '', key.slice(1), ' '.repeat(40), '\t\n'.repeat(20), 'x'.repeat(40), `${key.slice(16)}${' '.repeat(30)}`]) expect(() => hashKeyOf({ HASH_KEY })).toThrow(/HASH_KEY/)
    expect(hashKeyOf({ HASH_KEY: key })).toBe(key)
    expect(keyedHash(key, 'text')).not.toBe(keyedHash(`${key}x`, 'text'))
  })

  test('that everybody can read in the sources is good on the local cloud only', () => {
    for (const HASH_KEY of [envVariables.HASH_KEY, ` ${envVariables.HASH_KEY}\n`]) expect(() => hashKeyOf({ HASH_KEY, TENCENTCLOUD_SECRETID: 'AKIDxxxxxxxx' })).toThrow(/own/)
    expect(() => hashKeyOf(envVariables)).toThrow(/own/)
    expect(hashKeyOf({ ...envVariables, TENCENTCLOUD_SECRETID: 'local-cloud' })).toBe(envVariables.HASH_KEY)
  })
})

import { showCode } from '../../../domain/household/code'
import { demoKeyedHash } from '../../../scripts/demo/hashes'
import { tallyId } from '../../../store/tallies'
import { FAR_ESTATE, FAR_TOWN, twoTowns } from '../../support/secondTown'
import { householdAt, HOME, membersAt, nobodysCode, slipOf } from '../../support/households'
import { NEIGHBOUR, RESIDENT, STRANGER } from '../../support/stories'
import { openTown, type Town } from '../../support/town'

let town: Town
beforeEach(() => (town = openTown()))
afterEach(() => town.close())

const NEWCOMER = 'newcomer-1'
const CODE = slipOf('1-1-301')
const bind = (openid: string, code: string) => town.call(openid, 'bindHousehold', { code })
const codeOf = async (openid: string, code: string) => {
  const envelope = await bind(openid, code)
  return envelope.ok ? 'ok' : envelope.code
}
const wordsOf = async (openid: string, code: string) => {
  const envelope = await bind(openid, code)
  return envelope.ok ? '' : envelope.words
}

describe('binding a household by its slip', () => {
  test('makes a newcomer one of the household, of its estate and of its town', async () => {
    expect(await town.ok(NEWCOMER, 'bindHousehold', { code: showCode(CODE).toLowerCase() })).toEqual({
      household: { id: householdAt('1-1-301'), estateId: 'jinxiu', estateName: '锦绣花园', label: '1 幢 1 单元 301', relation: 'lives' },
    })
    const me = await town.ok(NEWCOMER, 'whoAmI', {})
    expect(me.person).toMatchObject({ estateId: 'jinxiu', townId: 'demo', grants: [] })
    expect(me.households.map(({ label }) => label)).toEqual(['1 幢 1 单元 301'])
  })

  test('leaves a resident in the estate that was chosen, and shows all households, each with what one is in it', async () => {
    await town.ok(RESIDENT, 'bindHousehold', { code: slipOf('2-1-501', 'heping'), relation: 'relative' })
    const me = await town.ok(RESIDENT, 'whoAmI', {})
    expect(me.person?.estateId).toBe('jinxiu')
    expect(me.households.map(({ estateName, label, relation }) => [estateName, label, relation])).toEqual([['和平苑', '2 幢 1 单元 501', 'relative'], ['锦绣花园', '3 幢 2 单元 501', 'lives']])
  })

  test('is done once: the same person hears so again, another one is told what to do', async () => {
    await town.ok(NEWCOMER, 'bindHousehold', { code: CODE })
    const before = town.dump()
    expect(await codeOf(NEWCOMER, CODE)).toBe('ok')
    expect(await wordsOf(NEIGHBOUR, CODE)).toBe('这个绑定码已经用过了。请让已绑定的家人邀请您，或到考核办重领')
    expect(town.dump()).toBe(before)
  })

  test('of two, or ten, phones with one code at once binds exactly one', async () => {
    const phones = Array.from({ length: 10 }, (_, index) => `phone-owner-${index}`)
    const answers = await Promise.all(phones.map((openid) => codeOf(openid, CODE)))
    expect(answers.filter((answer) => answer === 'ok')).toHaveLength(1)
    expect(answers.filter((answer) => !['ok', 'CODE_USED', 'BUSY'].includes(answer))).toEqual([])
    expect(membersAt(town, '1-1-301')).toHaveLength(1)
    expect(town.all('people').filter(({ openid }) => phones.includes(openid))).toHaveLength(1)
  })

  test('of a double tap is one binding', async () => {
    expect(await Promise.all([codeOf(NEWCOMER, CODE), codeOf(NEWCOMER, CODE)])).toEqual(['ok', 'ok'])
    expect(membersAt(town, '1-1-301')).toHaveLength(1)
  })

  test('stops at ten members', async () => {
    const household = town.one('households', householdAt('1-1-301'))
    const others = Array.from({ length: 10 }, (_, index) => ({ personId: `p${index}`, since: 0, by: 'phone' as const, relation: 'lives' as const, invitedBy: null }))
    await town.store.set('households', { ...household, members: others })
    expect(await codeOf(NEWCOMER, CODE)).toBe('HOUSEHOLD_FULL')
    await town.store.set('households', { ...household, members: others.slice(1) })
    expect(await codeOf(NEWCOMER, CODE)).toBe('ok')
  })
})

describe('a code that is typed wrongly', () => {
  test('is told at once and costs nothing when it cannot be a code', async () => {
    const before = town.dump()
    const wrong = `${CODE.slice(0, 9)}${CODE.endsWith('7') ? '8' : '7'}`
    for (let times = 0; times < 8; times += 1) expect(await wordsOf(NEWCOMER, wrong)).toBe('输入有误：有一两位不对，或前后颠倒了，请对照纸条再看一遍')
    expect(await wordsOf(NEWCOMER, '12345')).toContain('现在是 5 位')
    expect(town.dump()).toBe(before)
    expect(await codeOf(NEWCOMER, CODE)).toBe('ok')
  })

  test('and nobody has it: five an hour, then even the right one waits, until the hour is over', async () => {
    const said: string[] = []
    for (let times = 0; times < 5; times += 1) said.push(await wordsOf(NEWCOMER, nobodysCode()))
    expect(said.map((words) => /再试 (\d) 次/.exec(words)?.[1])).toEqual(['4', '3', '2', '1', undefined])
    const wait = '一小时内已有 5 次没有对上。为保护住户信息，请在11月2日（周一）10:00以后再试；也可以用登记的手机号绑定，或请考核办帮您查'
    expect([said[4], await wordsOf(NEWCOMER, nobodysCode()), await wordsOf(NEWCOMER, CODE)]).toEqual([wait, wait, wait])
    town.goTo('2026-11-02 09:59')
    expect(await codeOf(NEWCOMER, CODE)).toBe('TRIES_USED')
    town.goTo('2026-11-02 10:00')
    expect(await codeOf(NEWCOMER, CODE)).toBe('ok')
  })

  test('by twenty at once counts five: nobody guesses faster by hurrying', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => codeOf(NEWCOMER, nobodysCode())))
    expect(answers.filter((answer) => answer === 'CODE_UNKNOWN').length).toBeLessThanOrEqual(4)
    for (let times = 0; times < 5; times += 1) await codeOf(NEWCOMER, nobodysCode())
    expect(town.one('tallies', tallyId(demoKeyedHash, NEWCOMER)).wrongAt).toHaveLength(5)
  })

  test('blocks one person only, and nobody who is bound already', async () => {
    for (let times = 0; times < 6; times += 1) await codeOf(RESIDENT, nobodysCode())
    expect(await codeOf(RESIDENT, slipOf(HOME))).toBe('ok')
    expect(await codeOf(RESIDENT, CODE)).toBe('TRIES_USED')
    expect(await codeOf(STRANGER, CODE)).toBe('ok')
  })
})

describe('an estate that left the town, and another town', () => {
  test('an estate that left binds nobody, is offered to nobody, takes no report, and whoever chose it chooses anew', async () => {
    await town.store.set('estates', { ...town.one('estates', 'jinxiu'), leftAt: '2026-11-02' })
    expect(await wordsOf(NEWCOMER, CODE)).toBe('“锦绣花园”现在不在本镇的管理范围，请重新选择小区；有疑问请联系镇考核办')
    expect(await town.code(NEWCOMER, 'chooseEstate', { estateId: 'jinxiu' })).toBe('ESTATE_LEFT')
    expect(await town.code(RESIDENT, 'reportCase', { key: 'left-estate-000001', estateId: 'jinxiu', categoryCode: '0201', place: { spotId: 'jinxiu-bins' }, text: '垃圾', photos: [] })).toBe('ESTATE_LEFT')
    const me = await town.ok(RESIDENT, 'whoAmI', {})
    expect([me.person?.estateId, me.person?.estateName, me.estates.some(({ id }) => id === 'jinxiu')]).toEqual([null, null, false])
    expect(await town.code(RESIDENT, 'leaveHousehold', { householdId: householdAt(HOME) })).toBe('ok')
  })

  test('who belongs to another town moves there first; staff stay where they are', async () => {
    const two = openTown({ seed: twoTowns() })
    for (const openid of ['far-resident', 'far-office']) expect(await two.code(openid, 'bindHousehold', { code: CODE })).toBe('HOUSEHOLD_ELSEWHERE')
    expect(two.all('households').flatMap(({ members }) => members)).toHaveLength(1)
    await two.ok('far-resident', 'chooseEstate', { estateId: 'jinxiu' })
    await two.ok('far-resident', 'bindHousehold', { code: CODE })
    await two.ok('far-resident', 'chooseEstate', { estateId: FAR_ESTATE })
    expect(await two.ok('far-resident', 'whoAmI', {})).toMatchObject({ person: { townId: FAR_TOWN }, households: [] })
    expect(await two.code('far-resident', 'readHousehold', { householdId: householdAt('1-1-301') })).toBe('HOUSEHOLD_NOT_YOURS')
    two.close()
  })
})

import { phoneOfCode } from '../../../cloudfunctions/api/phoneNumber'
import { DEMO_PHONES } from '../../../scripts/demo/households'
import { householdAt, membersAt } from '../../support/households'
import { twoTowns } from '../../support/secondTown'
import { NEIGHBOUR, OFFICE, RESIDENT, STRANGER, THIRD } from '../../support/stories'
import { openTown, personId, type Town } from '../../support/town'

let town: Town
beforeEach(() => (town = openTown()))
afterEach(() => town.close())

const NEWCOMER = 'newcomer-1'
let presses = 0
/** The button pressed anew on a phone with this number. */
const press = (number: string): string => `phone-${number}-${(presses += 1)}`
const [ONE, OTHER] = DEMO_PHONES.ofOne

describe("binding a household by the roster's phone number", () => {
  test('takes one press where the number stands for one household, on any of its phones', async () => {
    expect(await town.ok(NEWCOMER, 'bindByPhone', { phoneCode: press(ONE) })).toMatchObject({ household: { label: '1 幢 2 单元 301', estateName: '锦绣花园', relation: 'lives' }, choose: [] })
    await town.ok(NEIGHBOUR, 'bindByPhone', { phoneCode: press(OTHER), relation: 'relative' })
    expect(membersAt(town, '1-2-301').map(({ personId: id, by, relation }) => [id, by, relation])).toEqual([[personId(NEWCOMER), 'phone', 'lives'], [personId(NEIGHBOUR), 'phone', 'relative']])
    expect((await town.ok(NEWCOMER, 'whoAmI', {})).person?.estateId).toBe('jinxiu')
  })

  test('lets the person choose where it stands for several, without a second press', async () => {
    const asked = await town.ok(RESIDENT, 'bindByPhone', { phoneCode: press(DEMO_PHONES.ofTwo) })
    expect(asked).toEqual({ household: null, choose: [{ id: householdAt('1-1-301', 'heping'), estateName: '和平苑', label: '1 幢 1 单元 301' }, { id: householdAt('1-2-501'), estateName: '锦绣花园', label: '1 幢 2 单元 501' }] })
    for (const { id } of asked.choose) expect(await town.code(RESIDENT, 'bindByPhone', { householdId: id })).toBe('ok')
    expect([membersAt(town, '1-1-301', 'heping'), membersAt(town, '1-2-501')].map((members) => members.length)).toEqual([1, 1])
  })

  test.each([
    ['2026-11-02 09:09', 'ok'],
    ['2026-11-02 09:10', 'PHONE_NOT_GIVEN'],
  ])('gives ten minutes to choose: at %s %s', async (when, answer) => {
    await town.ok(RESIDENT, 'bindByPhone', { phoneCode: press(DEMO_PHONES.ofTwo) })
    town.goTo(when)
    expect(await town.code(RESIDENT, 'bindByPhone', { householdId: householdAt('1-2-501') })).toBe(answer)
  })

  test('opens no household of another number, nor one that somebody else was asked about', async () => {
    await town.ok(RESIDENT, 'bindByPhone', { phoneCode: press(DEMO_PHONES.ofTwo) })
    expect(await town.code(RESIDENT, 'bindByPhone', { householdId: householdAt('1-2-301') })).toBe('PHONE_UNKNOWN')
    expect(await town.code(THIRD, 'bindByPhone', { householdId: householdAt('1-2-501') })).toBe('PHONE_NOT_GIVEN')
    expect(membersAt(town, '1-2-501')).toEqual([])
  })

  test('hears the answer again when the same press is sent again, though WeChat tells a number only once', async () => {
    const phoneCode = press(ONE)
    const answers = [await town.ok(NEWCOMER, 'bindByPhone', { phoneCode }), await town.ok(NEWCOMER, 'bindByPhone', { phoneCode })]
    expect(answers[1]).toEqual(answers[0])
    expect(await town.code(STRANGER, 'bindByPhone', { phoneCode })).toBe('PHONE_NOT_GIVEN')
    expect(membersAt(town, '1-2-301')).toHaveLength(1)
  })

  test('says so kindly when nobody registered the number, and when WeChat gave none', async () => {
    expect(await town.code(NEWCOMER, 'bindByPhone', { phoneCode: press('13911112222') })).toBe('PHONE_UNKNOWN')
    expect(await town.code(NEWCOMER, 'bindByPhone', { phoneCode: 'stolen' })).toBe('PHONE_NOT_GIVEN')
    expect(town.all('people').some(({ openid }) => openid === NEWCOMER)).toBe(false)
  })

  test('ends with the household: who moved out does not come back by the old number', async () => {
    await town.ok(NEWCOMER, 'bindByPhone', { phoneCode: press(ONE) })
    await town.ok(OFFICE, 'clearHousehold', { householdId: householdAt('1-2-301'), reason: '已搬走' })
    expect(await town.code(NEWCOMER, 'bindByPhone', { phoneCode: press(ONE) })).toBe('PHONE_UNKNOWN')
    expect(await town.code(NEWCOMER, 'bindByPhone', { householdId: householdAt('1-2-301') })).toBe('PHONE_UNKNOWN')
  })

  test('stays within the own town', async () => {
    const two = openTown({ seed: twoTowns() })
    expect(await two.code('far-resident', 'bindByPhone', { phoneCode: press(ONE) })).toBe('PHONE_UNKNOWN')
    two.close()
  })

  test('leaves no number anywhere in the database', async () => {
    await town.ok(NEWCOMER, 'bindByPhone', { phoneCode: press(ONE) })
    for (const number of [ONE, OTHER, DEMO_PHONES.ofTwo]) expect(town.dump()).not.toContain(number)
  })
})

describe("WeChat's answer", () => {
  const answering = (phoneInfo: { countryCode: string; purePhoneNumber: string }) => phoneOfCode({ getPhoneNumber: () => Promise.resolve({ phoneInfo }) })('code')
  test('is taken from the mainland only: a roster has no others', async () => {
    expect(await answering({ countryCode: '86', purePhoneNumber: ONE })).toBe(ONE)
    expect(await answering({ countryCode: '852', purePhoneNumber: '51234567' })).toBeNull()
  })

  test('that is an error is no number, and is logged without one', async () => {
    const logged = jest.spyOn(console, 'error').mockImplementation(() => undefined)
    expect(await phoneOfCode({ getPhoneNumber: () => Promise.reject(new Error('40029 invalid code')) })('used')).toBeNull()
    expect(JSON.stringify(logged.mock.calls)).not.toMatch(/1\d{10}/)
    expect(logged).toHaveBeenCalledTimes(1)
    logged.mockRestore()
  })
})

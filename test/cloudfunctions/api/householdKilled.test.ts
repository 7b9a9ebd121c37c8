import { DEMO_PHONES } from '../../../scripts/demo/households'
import { householdAt, HOME, invited, membersAt, slipOf } from '../../support/households'
import { beginning } from '../../support/killed'
import { NEIGHBOUR, OFFICE, RESIDENT } from '../../support/stories'
import { openTown, personId } from '../../support/town'

beforeAll(() => void jest.spyOn(console, 'error').mockImplementation(() => undefined))
afterAll(() => void jest.restoreAllMocks())

const NEWCOMER = 'newcomer-1'
const AT_HOME = { householdId: householdAt(HOME) }
const KEY = 'killed-half-way-0001'
const nothing = async () => undefined

describe('a function that the platform kills after any of its database calls, and a phone that sends again', () => {
  test('a slip is spent and its bearer bound, or neither', () =>
    beginning(openTown, nothing, (town) => town.call(NEWCOMER, 'bindHousehold', { code: slipOf('1-1-301') }), (town) => {
      expect(membersAt(town, '1-1-301').map((member) => member.personId)).toEqual([personId(NEWCOMER)])
      expect(town.all('householdCodes').filter(({ spentBy }) => spentBy === personId(NEWCOMER))).toHaveLength(1)
      expect(town.one('people', personId(NEWCOMER)).estateId).toBe('jinxiu')
    }))

  test('an invited one is bound once, and the others told once', () =>
    beginning(
      openTown,
      (town) => town.ok(RESIDENT, 'inviteToHousehold', { ...AT_HOME, key: KEY, relation: 'lives' }),
      (town, { code }) => town.call(NEIGHBOUR, 'bindHousehold', { code }),
      (town) => {
        expect(membersAt(town, HOME)).toHaveLength(2)
        expect(town.all('notices').map(({ kind }) => kind)).toEqual(['householdJoined'])
      },
    ))

  test('a phone number binds once; where WeChat has told it for nothing, the button is pressed again', () => {
    let presses = 0
    return beginning(openTown, nothing, (town) => town.call(NEWCOMER, 'bindByPhone', { phoneCode: `phone-${DEMO_PHONES.ofOne[0]}-${(presses += 1)}` }), (town) => expect(membersAt(town, '1-2-301')).toHaveLength(1))
  })

  test('an invitation is one code', () =>
    beginning(openTown, nothing, (town) => town.call(RESIDENT, 'inviteToHousehold', { ...AT_HOME, key: KEY, relation: 'lives' }), (town) => {
      expect(town.all('householdCodes').filter(({ kind }) => kind === 'invitation')).toHaveLength(1)
    }))

  test('a new slip replaces the old one and is recorded, all of it once', () =>
    beginning(openTown, nothing, (town) => town.call(OFFICE, 'issueCode', { householdId: householdAt('1-1-301'), key: KEY }), (town) => {
      expect(town.all('householdActs').map(({ kind }) => kind)).toEqual(['codeReplaced'])
      expect(town.all('householdCodes').filter((code) => code.householdId === householdAt('1-1-301')).map(({ replacedAt }) => replacedAt !== null).sort()).toEqual([false, true])
    }))

  test('a household is cleared, recorded and told once', () =>
    beginning(openTown, (town) => invited(town, RESIDENT, NEIGHBOUR), (town) => town.call(OFFICE, 'clearHousehold', { ...AT_HOME, reason: '已搬走' }), (town) => {
      expect(membersAt(town, HOME)).toEqual([])
      expect(town.all('householdActs').map(({ members }) => members)).toEqual([2])
      expect(town.all('notices').filter(({ kind }) => kind === 'householdEnded')).toHaveLength(2)
    }))

  test('a member is removed and told once', () =>
    beginning(
      openTown,
      async (town) => {
        await invited(town, RESIDENT, NEIGHBOUR)
        return (await town.ok(RESIDENT, 'readHousehold', AT_HOME)).members[1]!.id
      },
      (town, memberId) => town.call(RESIDENT, 'removeMember', { ...AT_HOME, memberId }),
      (town) => {
        expect(membersAt(town, HOME)).toHaveLength(1)
        expect(town.all('notices').filter(({ kind }) => kind === 'householdEnded')).toHaveLength(1)
      },
    ))

  test('who leaves has left', () => beginning(openTown, nothing, (town) => town.call(RESIDENT, 'leaveHousehold', AT_HOME), (town) => expect(membersAt(town, HOME)).toEqual([])))
})

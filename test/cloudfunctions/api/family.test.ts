import { INVITATIONS_A_DAY } from '../../../domain/household/members'
import { householdAt, HOME, invited, membersAt, slipOf } from '../../support/households'
import { aReport, NEIGHBOUR, OFFICE, RESIDENT, THIRD } from '../../support/stories'
import { at, openTown, personId, type Town } from '../../support/town'

let town: Town
beforeEach(() => (town = openTown()))
afterEach(() => town.close())

const AT_HOME = { householdId: householdAt(HOME) }
const invite = (by: string, relation: 'lives' | 'relative' = 'lives', key = 'invite-0000000001') => town.ok(by, 'inviteToHousehold', { ...AT_HOME, key, relation })
const codeOf = (openid: string, code: string) => town.code(openid, 'bindHousehold', { code })
const idOf = async (viewer: string, place: number) => (await town.ok(viewer, 'readHousehold', AT_HOME)).members[place]!.id
const noticesOf = (openid: string) => town.all('notices').filter((notice) => notice.personId === personId(openid)).map(({ kind, subject, text }) => ({ kind, subject, text }))

describe('a second person of the household', () => {
  test('comes by the consent of the first, who is told', async () => {
    const { code, expiresAt } = await invite(RESIDENT)
    expect(expiresAt).toBe(town.now() + 24 * 3_600_000)
    expect(await town.ok(NEIGHBOUR, 'bindHousehold', { code })).toMatchObject({ household: { label: '3 幢 2 单元 501', relation: 'lives' } })
    expect(membersAt(town, HOME).map(({ by, relation, invitedBy }) => [by, relation, invitedBy])).toEqual([['code', 'lives', null], ['invitation', 'lives', personId(RESIDENT)]])
    expect(noticesOf(RESIDENT)).toEqual([{ kind: 'householdJoined', subject: '3 幢 2 单元 501', text: '有一位家人绑定了您的住户。若不是您的家人，请到“我的住户”处理，或联系考核办' }])
    expect(noticesOf(NEIGHBOUR)).toEqual([])
  })

  test('uses the invitation once, as what it invites to, and the same phone asking again gets the same one', async () => {
    const { code } = await invite(RESIDENT, 'relative')
    expect((await invite(RESIDENT, 'relative')).code).toBe(code)
    expect(town.all('householdCodes').filter(({ kind }) => kind === 'invitation')).toHaveLength(1)
    await town.ok(NEIGHBOUR, 'bindHousehold', { code, relation: 'lives' })
    expect(membersAt(town, HOME)[1]!.relation).toBe('relative')
    expect(await codeOf(THIRD, code)).toBe('CODE_USED')
    expect((await invite(RESIDENT, 'lives', 'invite-0000000002')).code).not.toBe(code)
  })

  test.each([
    ['2026-11-03 08:59', 'ok'],
    ['2026-11-03 09:00', 'CODE_EXPIRED'],
  ])('has a day for it: at %s %s', async (when, answer) => {
    const { code } = await invite(RESIDENT)
    town.goTo(when)
    expect(await codeOf(NEIGHBOUR, code)).toBe(answer)
  })

  test('comes too late when the giver has left', async () => {
    const { code } = await invite(RESIDENT)
    await town.ok(RESIDENT, 'leaveHousehold', AT_HOME)
    expect(await codeOf(NEIGHBOUR, code)).toBe('CODE_REPLACED')
  })

  test('is one of ten invitations a day at most, whoever of the household invites', async () => {
    await invited(town, RESIDENT, NEIGHBOUR)
    const left = INVITATIONS_A_DAY - 1
    for (let times = 1; times < left; times += 1) await invite(RESIDENT, 'lives', `invite-again-${String(times).padStart(6, '0')}`)
    const last = await invite(NEIGHBOUR, 'lives', 'invite-the-last-one')
    expect(await town.code(RESIDENT, 'inviteToHousehold', { ...AT_HOME, key: 'invite-one-too-many', relation: 'lives' })).toBe('INVITATIONS_USED')
    // A lost answer is asked for again, and costs nothing.
    expect(await invite(NEIGHBOUR, 'lives', 'invite-the-last-one')).toEqual(last)
    expect(town.all('householdCodes').filter(({ kind }) => kind === 'invitation')).toHaveLength(INVITATIONS_A_DAY)
    town.goTo('2026-11-03 00:00')
    await invite(RESIDENT, 'lives', 'invite-the-next-day')
  })

  test('is one of ten a day also for calls that began before midnight and come after it', async () => {
    const midnight = at('2026-11-03 00:00')
    const codes: string[] = []
    for (let times = 1; times <= 3 * INVITATIONS_A_DAY; times += 1) {
      town.goTo(midnight - (times % 2))
      codes.push(await town.code(RESIDENT, 'inviteToHousehold', { ...AT_HOME, key: `invite-at-night-${String(times).padStart(4, '0')}`, relation: 'lives' }))
    }
    expect(codes.filter((code) => code === 'ok').length).toBeLessThanOrEqual(2 * INVITATIONS_A_DAY)
  })

  test('who goes and comes again all day long is told of once a day', async () => {
    await invited(town, RESIDENT, NEIGHBOUR)
    const told = () => noticesOf(RESIDENT).filter(({ kind }) => kind === 'householdJoined').length
    await town.ok(RESIDENT, 'markRead', { noticeIds: town.all('notices').map(({ _id }) => _id) })
    for (let times = 1; times < INVITATIONS_A_DAY; times += 1) {
      town.goTo(town.now() + 60_000)
      const { code } = await invite(RESIDENT, 'lives', `invite-again-${String(times).padStart(6, '0')}`)
      await town.ok(NEIGHBOUR, 'leaveHousehold', AT_HOME)
      await town.ok(NEIGHBOUR, 'bindHousehold', { code })
    }
    expect([told(), (await town.ok(RESIDENT, 'whoAmI', {})).unread]).toEqual([1, 0])
    town.goTo('2026-11-03 09:00')
    const { code } = await invite(RESIDENT, 'lives', 'invite-the-next-day')
    await town.ok(NEIGHBOUR, 'leaveHousehold', AT_HOME)
    await town.ok(NEIGHBOUR, 'bindHousehold', { code })
    expect(told()).toBe(2)
  })

  test('is invited by nobody who does not live there', async () => {
    await invited(town, RESIDENT, NEIGHBOUR, HOME, 'relative')
    expect(await town.code(NEIGHBOUR, 'inviteToHousehold', { ...AT_HOME, key: 'invite-0000000003', relation: 'lives' })).toBe('INVITE_NOT_ALLOWED')
    expect(await town.code(THIRD, 'inviteToHousehold', { ...AT_HOME, key: 'invite-0000000004', relation: 'lives' })).toBe('HOUSEHOLD_NOT_YOURS')
  })
})

describe('those who are bound to one household', () => {
  test('see how many they are, and never who', async () => {
    await invited(town, RESIDENT, NEIGHBOUR)
    const reply = await town.ok(NEIGHBOUR, 'readHousehold', AT_HOME)
    expect(reply.members.map(({ mine, by, relation, removable }) => ({ mine, by, relation, removable }))).toEqual([{ mine: false, by: 'code', relation: 'lives', removable: false }, { mine: true, by: 'invitation', relation: 'lives', removable: false }])
    for (const [viewer, other] of [[NEIGHBOUR, RESIDENT], [RESIDENT, NEIGHBOUR]] as const) {
      const told = JSON.stringify([await town.ok(viewer, 'readHousehold', AT_HOME), await town.ok(viewer, 'listNotices', {}), await town.ok(viewer, 'whoAmI', {})])
      for (const secret of [other, personId(other), town.one('people', personId(other)).name]) expect({ secret, isTold: told.includes(secret) }).toEqual({ secret, isTold: false })
    }
    expect(await town.code(THIRD, 'readHousehold', AT_HOME)).toBe('HOUSEHOLD_NOT_YOURS')
  })

  test('have names that mean nothing in another household', async () => {
    await town.ok(RESIDENT, 'bindHousehold', { code: slipOf('1-1-301') })
    const other = (await town.ok(RESIDENT, 'readHousehold', { householdId: householdAt('1-1-301') })).members[0]!.id
    expect(await idOf(RESIDENT, 0)).not.toBe(other)
  })

  test('may remove whom they invited, who is told; twice is once', async () => {
    await invited(town, RESIDENT, NEIGHBOUR)
    const memberId = await idOf(RESIDENT, 1)
    for (let times = 0; times < 2; times += 1) expect(await town.code(RESIDENT, 'removeMember', { ...AT_HOME, memberId })).toBe('ok')
    expect(membersAt(town, HOME).map((member) => member.personId)).toEqual([personId(RESIDENT)])
    expect(noticesOf(NEIGHBOUR)).toEqual([{ kind: 'householdEnded', subject: '3 幢 2 单元 501', text: '您与这一户的绑定已解除：由家人移除' }])
    expect((await town.ok(NEIGHBOUR, 'whoAmI', {})).households).toEqual([])
  })

  test('never put out the one who came by the slip', async () => {
    await invited(town, RESIDENT, NEIGHBOUR)
    expect(await town.code(NEIGHBOUR, 'removeMember', { ...AT_HOME, memberId: await idOf(NEIGHBOUR, 0) })).toBe('MEMBER_NOT_REMOVABLE')
    expect(await town.code(THIRD, 'removeMember', { ...AT_HOME, memberId: await idOf(NEIGHBOUR, 0) })).toBe('HOUSEHOLD_NOT_YOURS')
    expect(membersAt(town, HOME)).toHaveLength(2)
  })

  test('leave by themselves, once or twice; the slip they came by opens nothing any more', async () => {
    for (let times = 0; times < 2; times += 1) expect(await town.code(RESIDENT, 'leaveHousehold', AT_HOME)).toBe('ok')
    expect(membersAt(town, HOME)).toEqual([])
    expect(await codeOf(RESIDENT, slipOf(HOME))).toBe('CODE_USED')
  })
})

describe('a report for an elder', () => {
  test('by a bound relative is kept beside the person, and nowhere in the case', async () => {
    await invited(town, RESIDENT, NEIGHBOUR, HOME, 'relative')
    const { caseId } = await town.ok(NEIGHBOUR, 'reportCase', aReport({ forHouseholdId: householdAt(HOME) }))
    expect(town.all('reports').map(({ forHouseholdId }) => forHouseholdId)).toEqual([householdAt(HOME)])
    expect(JSON.stringify(town.one('cases', caseId))).not.toContain(householdAt(HOME))
    await town.ok(OFFICE, 'fileCase', { caseId, categoryCode: '0201', dispatch: true })
    await town.ok(RESIDENT, 'reportCase', aReport({ forHouseholdId: householdAt(HOME) }))
    expect(town.all('reports').map(({ first, forHouseholdId }) => [first, forHouseholdId])).toEqual(expect.arrayContaining([[true, householdAt(HOME)], [false, householdAt(HOME)]]))
  })

  test('is made by nobody else for that household', async () => {
    const before = town.dump()
    expect(await town.code(THIRD, 'reportCase', aReport({ forHouseholdId: householdAt(HOME) }))).toBe('HOUSEHOLD_NOT_YOURS')
    expect(await town.code(THIRD, 'reportCase', aReport({ forHouseholdId: 'nowhere' }))).toBe('HOUSEHOLD_NOT_YOURS')
    expect(town.dump()).toBe(before)
  })
})

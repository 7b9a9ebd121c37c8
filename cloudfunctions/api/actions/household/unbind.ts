import { mayRemove, memberOf, withoutMember } from '../../../../domain/household/members'
import { refuse } from '../../../../types/api/refusal'
import { reply, type Handler, type Outcome } from '../../context'
import { memberId, tell } from './membership'

/** 解除绑定: who is bound no more has what was asked for. */
export const leaveHousehold: Handler<'leaveHousehold'> = ({ householdId }, { store, townId, personId }) =>
  store.transaction(async (transaction): Promise<Outcome<'leaveHousehold'>> => {
    const household = await transaction.get('households', householdId)
    if (household?.townId === townId && memberOf(household.members, personId))
      await transaction.set('households', { ...household, members: withoutMember(household.members, personId) })
    return reply({})
  })

/** 移除家人. */
export const removeMember: Handler<'removeMember'> = ({ householdId, memberId: wanted }, call) =>
  call.store.transaction(async (transaction): Promise<Outcome<'removeMember'>> => {
    const household = await transaction.get('households', householdId)
    if (household?.townId !== call.townId || !memberOf(household.members, call.personId)) return refuse('HOUSEHOLD_NOT_YOURS')
    const { members } = household
    const other = members.find((member) => memberId(call, household, member) === wanted)
    if (!other) return reply({})
    if (!mayRemove(members, call.personId, other)) return refuse('MEMBER_NOT_REMOVABLE')
    await transaction.set('households', { ...household, members: withoutMember(members, other.personId) })
    await tell(call, transaction, household, [other], { kind: 'householdEnded', cause: `${wanted}:${other.since}`, reason: '由家人移除' })
    return reply({})
  })

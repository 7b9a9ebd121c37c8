import { mayInvite, mayRemove, memberOf } from '../../../../domain/household/members'
import { refuse } from '../../../../types/api/refusal'
import { reply, type Handler } from '../../context'
import { memberId, mineOf } from './membership'

/** 住户, for those bound to it. */
export const readHousehold: Handler<'readHousehold'> = async ({ householdId }, call) => {
  const household = await call.store.get('households', householdId)
  const me = household?.townId === call.townId ? memberOf(household.members, call.personId) : null
  if (!household || !me) return refuse('HOUSEHOLD_NOT_YOURS')
  const { members } = household
  return reply({
    household: mineOf(household, await call.store.get('estates', household.estateId), me.relation),
    members: members.map((member) => ({ id: memberId(call, household, member), mine: member === me, relation: member.relation, since: member.since, by: member.by, removable: mayRemove(members, call.personId, member) })),
    mayInvite: mayInvite(members, call.personId),
  })
}

import { laterDay } from '../../../../domain/abuse/dailyLimits'
import { codeFrom } from '../../../../domain/household/code'
import { INVITATION_MS, INVITATIONS_A_DAY, mayInvite, memberOf, MEMBERS_MAX } from '../../../../domain/household/members'
import { dateOf } from '../../../../domain/time/beijing'
import { codeId } from '../../../../store/households'
import { refuse } from '../../../../types/api/refusal'
import { reply, type Handler, type Outcome } from '../../context'
import { actInOwnName } from '../../ownName'

/** 邀请家人. The code follows from the phone's key and ours: asked for twice it is the same, and nobody else can work it out. */
export const inviteToHousehold: Handler<'inviteToHousehold'> = async ({ key, householdId, relation }, call) => {
  const { townId, personId, now } = call
  const code = codeFrom(call.keyedHash(`invitation|${personId}|${householdId}|${key}`))
  const _id = codeId(call.keyedHash, code)
  return call.store.transaction(async (transaction): Promise<Outcome<'inviteToHousehold'>> => {
    const household = await transaction.get('households', householdId)
    if (household?.townId !== townId || !memberOf(household.members, personId)) return refuse('HOUSEHOLD_NOT_YOURS')
    if (!mayInvite(household.members, personId)) return refuse('INVITE_NOT_ALLOWED')
    const made = await transaction.get('householdCodes', _id)
    if (made) return reply({ code, expiresAt: made.expiresAt ?? now })
    if (household.members.length >= MEMBERS_MAX) return refuse('HOUSEHOLD_FULL', { max: MEMBERS_MAX })
    const day = laterDay(household.invitations?.day ?? '', dateOf(now))
    const count = household.invitations?.day === day ? household.invitations.count : 0
    if (count >= INVITATIONS_A_DAY) return refuse('INVITATIONS_USED', { max: INVITATIONS_A_DAY })
    const refused = await actInOwnName(call, transaction)
    if (refused) return refused
    const expiresAt = now + INVITATION_MS
    await transaction.set('households', { ...household, invitations: { day, count: count + 1 } })
    await transaction.set('householdCodes', { _id, townId, householdId, kind: 'invitation', relation, issuedAt: now, issuedBy: personId, expiresAt, spentAt: null, spentBy: null, replacedAt: null })
    return reply({ code, expiresAt })
  })
}

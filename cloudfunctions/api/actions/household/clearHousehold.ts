import { refuse } from '../../../../types/api/refusal'
import { reply, type Handler, type Outcome } from '../../context'
import { tell } from './membership'
import { actOn, withoutSlip } from './officeActs'

/** 清退绑定. Invitations end with their givers; the next who lives there gets a new slip. */
export const clearHousehold: Handler<'clearHousehold'> = ({ householdId, reason }, call) =>
  call.store.transaction(async (transaction): Promise<Outcome<'clearHousehold'>> => {
    const household = await transaction.get('households', householdId)
    if (household?.townId !== call.townId) return refuse('NOT_FOUND')
    const { members, phoneHashes, slipId } = household
    // Cleared already: a second tap leaves no second line.
    if (members.length === 0 && phoneHashes.length === 0 && slipId === null) return reply({ members: 0 })
    await withoutSlip(call, transaction, household)
    await transaction.set('households', { ...household, members: [], phoneHashes: [], slipId: null })
    await transaction.set('householdActs', actOn(call, household, { cause: `${call.now}:cleared`, kind: 'cleared', reason, members: members.length }))
    await tell(call, transaction, household, members, { kind: 'householdEnded', cause: `${householdId}:${call.now}`, reason })
    return reply({ members: members.length })
  })

import { withStatus } from '../../../../domain/household/withStatus'
import { refuse } from '../../../../types/api/refusal'
import { reply, type Handler, type Outcome } from '../../context'
import { actOn } from './officeActs'

/** 更改入住情况. The same again leaves no second line. */
export const setHouseholdStatus: Handler<'setHouseholdStatus'> = ({ householdId, status, reason }, call) =>
  call.store.transaction(async (transaction): Promise<Outcome<'setHouseholdStatus'>> => {
    const household = await transaction.get('households', householdId)
    if (household?.townId !== call.townId) return refuse('NOT_FOUND')
    const after = withStatus(household, { at: call.now, status, by: call.personId, reason })
    if (after === household) return reply({})
    await transaction.set('households', after)
    await transaction.set('householdActs', actOn(call, household, { cause: `${call.now}:${status}`, kind: 'statusChanged', reason, members: 0 }))
    return reply({})
  })

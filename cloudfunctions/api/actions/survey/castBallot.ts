import { memberOf } from '../../../../domain/household/members'
import { refuse } from '../../../../types/api/refusal'
import { reply, type Call, type Handler } from '../../context'
import { putIn } from './putIn'

/** 投票, by somebody who lives there and is bound. */
export const castBallot: Handler<'castBallot', Call> = async (casting, call) => {
  const put = await putIn(call, casting, 'phone', ({ members }) => {
    const me = memberOf(members, call.personId)
    if (!me) return refuse('HOUSEHOLD_NOT_YOURS')
    return me.relation === 'lives' ? null : refuse('RELATIVE_NO_VOICE')
  })
  return put.ok ? reply({ receipt: put.receipt, revision: put.revision }) : put
}

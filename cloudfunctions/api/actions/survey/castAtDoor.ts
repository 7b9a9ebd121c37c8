import { refuse } from '../../../../types/api/refusal'
import { managesEstate } from '../../access/scope'
import { reply, type Handler } from '../../context'
import { putIn } from './putIn'

/** 上门代投. Whoever manages the estate is not let in with the questions about it. */
export const castAtDoor: Handler<'castAtDoor'> = async (casting, call) => {
  const put = await putIn(call, { ...casting, revision: 1 }, 'door', ({ estateId }) => (managesEstate(call.person, estateId) ? refuse('OWN_ACT') : null))
  return put.ok ? reply({ receipt: put.receipt }) : put
}

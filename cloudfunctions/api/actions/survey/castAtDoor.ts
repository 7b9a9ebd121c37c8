import { reply, type Handler } from '../../context'
import { putIn } from './putIn'

/** 上门代投. */
export const castAtDoor: Handler<'castAtDoor'> = async (casting, call) => {
  const put = await putIn(call, { ...casting, revision: 1 }, 'door', () => null)
  return put.ok ? reply({ receipt: put.receipt }) : put
}

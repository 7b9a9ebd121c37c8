import { RETURNS_MAX } from '../../../../domain/case/limits'
import { actor, reply, type Handler } from '../../context'
import { refuse } from '../../../../types/api/refusal'
import { receivePhotos } from '../../photos/receivePhotos'
import { changeCase } from './changeCase'
import { checkWords, isRefusal, isUsedUp } from './checks'

/** 退回, a few times at most. Not once it is overdue: a return would only hide the delay. */
export const returnCase: Handler<'returnCase'> = async ({ caseId, reason, photos }, call) => {
  const mark = await checkWords(call, reason)
  if (isRefusal(mark)) return mark
  const received = await receivePhotos(call, `${caseId}|return|${call.personId}`, photos)
  if (isRefusal(received)) return received
  const changed = await changeCase(call, caseId, 'manager', ({ case_ }) => {
    if (isUsedUp(call, case_)) return refuse('ALREADY_OVERDUE')
    if (case_.returns >= RETURNS_MAX) return refuse('RETURNS_USED', { max: RETURNS_MAX })
    return { ok: true, events: [{ type: 'returned', at: call.now, by: actor(call, 'manager'), text: reason, photos: received.photos, ...mark }], received }
  })
  return changed.ok ? reply({}) : changed
}

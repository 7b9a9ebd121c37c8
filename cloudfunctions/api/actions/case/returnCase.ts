import { RETURNS_MAX } from '../../../../domain/case/limits'
import { actor, reply, type Handler } from '../../context'
import { refuse } from '../../../../types/api/refusal'
import { changeCase } from './changeCase'
import { checkPhotos, checkWords, isRunOverdue } from './checks'

/** 退回, a few times at most. Not once it is overdue: a return would only hide the delay. */
export const returnCase: Handler<'returnCase'> = async ({ caseId, reason, photos }, call) => {
  const refused = (await checkWords(call, reason)) ?? (await checkPhotos(call, photos))
  if (refused) return refused
  const changed = await changeCase(call, caseId, 'manager', ({ case_ }) => {
    if (isRunOverdue(call, case_)) return refuse('ALREADY_OVERDUE')
    if (case_.returns >= RETURNS_MAX) return refuse('RETURNS_USED', { max: RETURNS_MAX })
    return { ok: true, events: [{ type: 'returned', at: call.now, by: actor(call, 'manager'), text: reason, photos }] }
  })
  return changed.ok ? reply({}) : changed
}

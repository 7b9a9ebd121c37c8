import { categoryByCode } from '../../../../domain/rulebook/categoryByCode'
import { refuse } from '../../../../types/api/refusal'
import { actor, reply, type Handler } from '../../context'
import { changeCase } from './changeCase'
import { startOf } from './dispatchCase'

/** 返工: the reporter was right; a new run with the same limit. */
export const reworkCase: Handler<'reworkCase'> = async ({ caseId, reason }, call) => {
  const changed = await changeCase(call, caseId, 'office', ({ case_, edition }) => {
    const category = case_.categoryCode === null ? undefined : categoryByCode(edition, case_.categoryCode)
    if (!category) return refuse('STATE_CHANGED')
    return {
      ok: true,
      events: [{ type: 'reworked', at: call.now, by: actor(call, 'office'), reason, ...startOf(call, category.limit) }],
      tell: [{ whom: 'managers', kind: 'caseRework', reason }, { whom: 'reporters', kind: 'reportReopened', reason }],
    }
  })
  return changed.ok ? reply({}) : changed
}

import { REDIRECTS_MAX } from '../../../../domain/case/limits'
import { categoryByCode } from '../../../../domain/rulebook/categoryByCode'
import { refuse } from '../../../../types/api/refusal'
import { actor, reply, type Handler } from '../../context'
import { changeCase } from './changeCase'
import { findEstate, isRefusal } from './checks'
import { startOf } from './dispatchCase'

/** 改派: what the estate it leaves has missed by then stays its own (`missedDeadlines`). Another estate gets the whole limit; one that had the case before goes on with its own (`redirect` in domain/case/caseState). */
export const redirectCase: Handler<'redirectCase'> = async ({ caseId, estateId, reason }, call) => {
  const estate = await findEstate(call, estateId)
  if (isRefusal(estate)) return estate
  const changed = await changeCase(call, caseId, 'office', ({ case_, edition }) => {
    const category = case_.categoryCode === null ? undefined : categoryByCode(edition, case_.categoryCode)
    // A problem found by an inspection stays with the estate that was inspected.
    if (!category || case_.estateId === estateId || case_.origin === 'inspected') return refuse('STATE_CHANGED')
    if (case_.redirects >= REDIRECTS_MAX) return refuse('REDIRECTS_USED', { max: REDIRECTS_MAX })
    return { ok: true, events: [{ type: 'redirected', at: call.now, by: actor(call, 'office'), estateId, reason, ...startOf(call, category.limit) }], tell: [{ whom: 'managers', kind: 'caseNew' }] }
  })
  return changed.ok ? reply({ dueAt: changed.document.dueAt }) : changed
}

import type { HandlingLimit } from '../../../../domain/rulebook/edition'
import { categoryByCode } from '../../../../domain/rulebook/categoryByCode'
import { refuse } from '../../../../types/api/refusal'
import { actor, reply, type Handler, type TownCall } from '../../context'
import { changeCase } from './changeCase'

/** What a clock of handling starts with. */
export const startOf = (call: TownCall, limit: HandlingLimit) => ({ limit, ...call.rules.law })

export const dispatchCase: Handler<'dispatchCase'> = async ({ caseId }, call) => {
  const changed = await changeCase(call, caseId, 'office', ({ case_, edition }) => {
    const category = case_.categoryCode === null ? undefined : categoryByCode(edition, case_.categoryCode)
    if (!category) return refuse('STATE_CHANGED')
    return { ok: true, events: [{ type: 'dispatched', at: call.now, by: actor(call, 'office'), estateId: case_.estateId, ...startOf(call, category.limit) }], tell: [{ whom: 'managers', kind: 'caseNew' }] }
  })
  return changed.ok ? reply({ dueAt: changed.document.dueAt }) : changed
}

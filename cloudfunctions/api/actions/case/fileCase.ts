import { applyEvent, caseFromEvents } from '../../../../domain/case/caseState'
import type { CaseEvent } from '../../../../domain/case/events'
import { UNDECIDED } from '../../../../domain/rulebook/edition'
import { categoryByCode } from '../../../../domain/rulebook/categoryByCode'
import { numberCases } from '../../../../store/caseNumbers'
import { refuse } from '../../../../types/api/refusal'
import { actor, reply, type Handler } from '../../context'
import { changeCase, type Tell } from './changeCase'
import { startOf } from './dispatchCase'
import { proposeByCount } from './sameProblem'

/** 立案. The category is the office's word; filing counts the report and may propose 反复 or 重点. */
export const fileCase: Handler<'fileCase'> = async ({ caseId, categoryCode, dispatch }, call) => {
  const category = categoryByCode(call.rules.edition, categoryCode)
  if (!category) return refuse('CATEGORY_UNKNOWN')
  const changed = await changeCase(call, caseId, 'office', async ({ document, case_, transaction }) => {
    const by = actor(call, 'office')
    const filed: CaseEvent = { type: 'filed', at: call.now, by, categoryCode, editionId: call.rules.edition.id }
    const after = applyEvent(case_, filed)
    if (after === null) return refuse('STATE_CHANGED')
    const reportedAt = caseFromEvents(document.events).reports[0]?.at ?? call.now
    // What being late costs must be known before the clock of handling starts.
    if (call.rules.edition.findings.overdue.points[case_.level] === UNDECIDED) return refuse('RULE_UNDECIDED', { rule: call.rules.edition.findings.overdue.name })
    const proposed = await proposeByCount(call, transaction, caseId, after, reportedAt)
    const events: CaseEvent[] = [filed, ...proposed]
    if (dispatch) events.push({ type: 'dispatched', at: call.now, by, estateId: case_.estateId, ...startOf(call, category.limit) })
    const tell: Tell[] = [{ whom: 'reporters', kind: 'reportFiled' }]
    if (dispatch) tell.push({ whom: 'managers', kind: 'caseNew' })
    return { ok: true, events, tell }
  })
  if (!changed.ok) return changed
  await numberCases(call.store, { townId: call.townId, filedAt: call.now }, [caseId])
  return reply({ dueAt: changed.document.dueAt })
}

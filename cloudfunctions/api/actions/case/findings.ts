import { PROPOSALS_MAX } from '../../../../domain/case/limits'
import { mayOwe } from '../../../../domain/ledger/caseEntries'
import { UNDECIDED } from '../../../../domain/rulebook/edition'
import { refuse } from '../../../../types/api/refusal'
import { hasRole } from '../../access/scope'
import { actor, reply, type Handler } from '../../context'
import { changeCase } from './changeCase'

/** 提出扣分事项. Overdue is never proposed: the clock finds it. */
export const proposeFinding: Handler<'proposeFinding'> = async ({ caseId, finding, reason }, call) => {
  const role = hasRole(call.person, 'office') ? 'office' : 'inspector'
  const changed = await changeCase(call, caseId, role, ({ case_ }) => {
    if (!mayOwe(case_.origin, finding)) return refuse('STATE_CHANGED')
    if (case_.findings.some(({ kind, status, estateId }) => kind === finding && status !== 'dropped' && estateId === case_.estateId)) return refuse('FINDING_EXISTS')
    if (case_.findings.length >= PROPOSALS_MAX) return refuse('PROPOSALS_USED', { max: PROPOSALS_MAX })
    return { ok: true, events: [{ type: 'findingProposed', at: call.now, by: actor(call, role), finding, reason, factAt: call.now }] }
  })
  return changed.ok ? reply({}) : changed
}

/** 确认 or 不予扣分. Never by the one who proposed it. The clock books what is confirmed. */
export const decideFinding: Handler<'decideFinding'> = async ({ caseId, finding, confirm, reason }, call) => {
  const changed = await changeCase(call, caseId, 'office', ({ case_, edition }) => {
    const proposed = case_.findings.filter(({ kind, status }) => kind === finding && status === 'proposed')
    if (proposed.length === 0) return refuse('FINDING_MISSING')
    if (proposed.every(({ proposedBy }) => proposedBy === call.personId)) return refuse('OWN_ACT')
    const rule = edition.findings[finding]
    if (confirm && rule.points[case_.level] === UNDECIDED) return refuse('RULE_UNDECIDED', { rule: rule.name })
    return {
      ok: true,
      events: [{ type: confirm ? 'findingConfirmed' : 'findingDropped', at: call.now, by: actor(call, 'office'), finding, reason }],
      tell: confirm ? [{ whom: 'managers', kind: 'findingConfirmed', reason: `${rule.name}，${reason}` }] : [],
    }
  })
  return changed.ok ? reply({}) : changed
}

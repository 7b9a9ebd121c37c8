import type { CaseEvent } from '../../../../domain/case/events'
import { refuse } from '../../../../types/api/refusal'
import { actor, reply, type Handler } from '../../context'
import { changeCase } from './changeCase'

/** 审批. A request made in time is decided as of the time it was made: a suspension begins then, and the office's delay costs the estate nothing. */
export const decideRequest: Handler<'decideRequest'> = async ({ caseId, approve, reason }, call) => {
  const changed = await changeCase(call, caseId, 'office', ({ case_: { request } }) => {
    if (request === null) return refuse('STATE_CHANGED')
    if (request.by === call.personId) return refuse('OWN_ACT')
    const happened = { at: call.now, by: actor(call, 'office'), reason }
    const event: CaseEvent = !approve
      ? { type: 'requestRefused', ...happened }
      : request.kind === 'extension'
        ? { type: 'extended', ...happened }
        : { type: 'suspended', ...happened, from: request.at, until: request.until ?? call.now }
    return { ok: true, events: [event], tell: [{ whom: 'managers', kind: 'requestDecided', reason: `${approve ? '同意' : '不同意'}，${reason}` }] }
  })
  return changed.ok ? reply({}) : changed
}

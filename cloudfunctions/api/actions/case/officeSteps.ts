import type { CaseEvent } from '../../../../domain/case/events'
import { actor, reply, type Handler, type TownCall } from '../../context'
import { changeCase, type Tell } from './changeCase'

/** Steps of the office that are one event with a reason and nothing else to weigh. */
type Step = { readonly caseId: string; readonly reason: string }
const step =
  (event: (reason: string) => Pick<Extract<CaseEvent, { reason: string }>, 'reason'> & { type: 'refused' | 'returnRejected' | 'resumed' }, tell: readonly Omit<Tell, 'reason'>[]) =>
  async ({ caseId, reason }: Step, call: TownCall) => {
    const changed = await changeCase(call, caseId, 'office', () => ({ ok: true, events: [{ ...event(reason), at: call.now, by: actor(call, 'office') }], tell: tell.map((each) => ({ ...each, reason })) }))
    return changed.ok ? reply({}) : changed
  }

export const refuseCase: Handler<'refuseCase'> = step((reason) => ({ type: 'refused', reason }), [{ whom: 'reporters', kind: 'reportRefused' }])
export const rejectReturn: Handler<'rejectReturn'> = step((reason) => ({ type: 'returnRejected', reason }), [{ whom: 'managers', kind: 'caseReturned' }])
export const resumeCase: Handler<'resumeCase'> = step((reason) => ({ type: 'resumed', reason }), [{ whom: 'managers', kind: 'caseNew' }])

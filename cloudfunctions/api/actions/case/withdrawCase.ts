import { refuse } from '../../../../types/api/refusal'
import { actor, reply, type Handler } from '../../context'
import { changeCase } from './changeCase'
import { myReports } from './myReports'

export const withdrawCase: Handler<'withdrawCase'> = async ({ caseId }, call) => {
  if (!(await myReports(call, [caseId])).get(caseId)?.first) return refuse('NOT_FOUND')
  const changed = await changeCase(call, caseId, 'resident', () => ({ ok: true, events: [{ type: 'withdrawn', at: call.now, by: actor(call, 'resident') }] }))
  return changed.ok ? reply({}) : changed
}

import { refuse } from '../../../../types/api/refusal'
import { actor, reply, type Handler } from '../../context'
import { changeCase } from './changeCase'
import { myReports } from './myReports'

/** 撤回. Not once a neighbour has joined: that report would go with it. */
export const withdrawCase: Handler<'withdrawCase'> = async ({ caseId }, call) => {
  if (!(await myReports(call, [caseId])).get(caseId)?.first) return refuse('NOT_FOUND')
  const changed = await changeCase(call, caseId, 'resident', async ({ case_, transaction }) => {
    const reports = await Promise.all(case_.reports.map(({ reportId }) => transaction.get('reports', reportId)))
    if (reports.some((report) => report !== null && report.personId !== call.personId)) return refuse('OTHERS_JOINED')
    return { ok: true, events: [{ type: 'withdrawn', at: call.now, by: actor(call, 'resident') }] }
  })
  return changed.ok ? reply({}) : changed
}

import { reportCount } from '../../../../store/caseFacts'
import { PAGE_MAX } from '../../../../store/database'
import { refuse } from '../../../../types/api/refusal'
import { actor, reply, type Handler } from '../../context'
import { changeCase } from './changeCase'

/** 撤回. Not once a neighbour has joined: that report would go with it. */
export const withdrawCase: Handler<'withdrawCase'> = async ({ caseId }, call) => {
  const own = await call.store.find('reports', { where: { caseId, personId: call.personId }, limit: PAGE_MAX, fields: ['first'] })
  if (!own.some(({ first }) => first)) return refuse('NOT_FOUND')
  const changed = await changeCase(call, caseId, 'resident', ({ document }) => {
    if (reportCount(document) > own.length) return refuse('OTHERS_JOINED')
    return { ok: true, events: [{ type: 'withdrawn', at: call.now, by: actor(call, 'resident') }] }
  })
  return changed.ok ? reply({}) : changed
}

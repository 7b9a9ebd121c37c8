import { applyEvent } from '../../../../domain/case/caseState'
import type { CaseEvent } from '../../../../domain/case/events'
import { JOINS_A_DAY } from '../../../../domain/abuse/dailyLimits'
import { countsByItself, isOpen } from '../../../../domain/case/recurrence'
import { refuse, type Refusal } from '../../../../types/api/refusal'
import { actor, reply, type Handler, type TownCall } from '../../context'
import { spendAct } from '../../spendAct'
import { viewOf } from '../../access/scope'
import { changeCase } from './changeCase'
import { checkPhotos, checkText } from './checks'
import { reportDocument } from './reportDocument'
import { proposeByCount } from './sameProblem'

/** `limit`: null where it is nobody's own report. */
type Joining = { readonly limit: Parameters<typeof spendAct>[2] | null; readonly reportId: string; readonly forHouseholdId: string | null; readonly text: string; readonly photos: readonly string[] }

/** 附议: the report becomes part of the open case; whether it counts by itself is decided by the case's deadline. */
export async function join(call: TownCall, caseId: string, { limit, reportId, forHouseholdId, text, photos }: Joining): Promise<{ ok: true; counted: boolean } | Refusal> {
  let counted = false
  const changed = await changeCase(call, caseId, 'resident', async ({ case_, transaction }) => {
    const sent = case_.reports.find((report) => report.reportId === reportId)
    if (sent) {
      // A double tap: the other one was quicker.
      counted = sent.counted
      return { ok: true, events: [] }
    }
    if (!isOpen(case_)) return refuse('STATE_CHANGED')
    const spent = limit && (await spendAct(call, transaction, limit))
    if (spent) return spent
    counted = countsByItself(case_, call.rules.calendar, call.now)
    const joined: CaseEvent = { type: 'joined', at: call.now, by: actor(call, 'resident'), reportId, counted, text, photos }
    const after = applyEvent(case_, joined)
    if (after === null) return refuse('STATE_CHANGED')
    const proposed = counted && after.filedAt !== null ? await proposeByCount(call, transaction, caseId, after, call.now) : []
    await transaction.set('reports', reportDocument(call, { _id: reportId, caseId, first: false, forHouseholdId }))
    return { ok: true, events: [joined, ...proposed] }
  })
  return changed.ok ? { ok: true, counted } : changed
}

export const joinCase: Handler<'joinCase'> = async ({ caseId, key, text, photos }, call) => {
  // Not the id a report of the same key would have: a phone may use its draft's key for both.
  const reportId = `r${call.hash(`${call.personId}|join|${caseId}|${key}`).slice(0, 24)}`
  const earlier = await call.store.get('reports', reportId)
  if (earlier) return reply({ caseId, counted: false })
  const mine = await call.store.find('reports', { where: { caseId, personId: call.personId }, limit: 1 })
  if (mine.length > 0) return refuse('ALREADY_JOINED')
  const document = await call.store.get('cases', caseId)
  if (!document || viewOf(call.person, document, false) === null) return refuse('NOT_FOUND')
  const refused = (await checkText(call, text)) ?? (await checkPhotos(call, photos))
  if (refused) return refused
  const joined = await join(call, caseId, { limit: { act: 'joins', max: JOINS_A_DAY, used: refuse('JOINS_USED', { max: JOINS_A_DAY }) }, reportId, forHouseholdId: null, text, photos })
  return joined.ok ? reply({ caseId, counted: joined.counted }) : joined
}

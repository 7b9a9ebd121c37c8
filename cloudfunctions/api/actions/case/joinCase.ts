import { applyEvent } from '../../../../domain/case/caseState'
import type { CaseEvent, CheckMark } from '../../../../domain/case/events'
import { JOINS_A_DAY } from '../../../../domain/abuse/dailyLimits'
import { FOLLOWERS_MAX } from '../../../../domain/case/limits'
import { countsByItself, isCountFull, isOpen } from '../../../../domain/case/recurrence'
import { monthOf } from '../../../../domain/time/beijing'
import { voiceDocument, voiceId } from '../../../../store/tallies'
import { refuse, type Refusal } from '../../../../types/api/refusal'
import { actor, reply, type Handler, type TownCall } from '../../context'
import { refuseUsedUp, type Spending } from '../../ownName'
import { receivePhotos, type Received } from '../../photos/receivePhotos'
import { viewOf } from '../../access/scope'
import { changeCase } from './changeCase'
import { checkText, isRefusal } from './checks'
import { myReports } from './myReports'
import { reportDocument } from './reportDocument'
import { proposeByCount } from './sameProblem'

/** `limit`: null where it is nobody's own report. `isOnce`: who is in the case already joins nothing. */
type Joining = { readonly isOnce: boolean; readonly limit: Spending | null; readonly reportId: string; readonly forHouseholdId: string | null; readonly text: string; readonly mark: CheckMark; readonly received: Received }

/** 附议: the report becomes part of the open case; whether it counts by itself is decided by the case's deadline. */
export async function join(call: TownCall, caseId: string, { isOnce, limit, reportId, forHouseholdId, text, mark, received }: Joining): Promise<{ ok: true; counted: boolean } | Refusal> {
  if (limit && (await hasSpokenBefore(call, caseId))) return refuse('SPOKEN_BEFORE')
  let counted = false
  const changed = await changeCase(call, caseId, 'resident', async ({ document, case_, transaction }) => {
    if (await transaction.get('reports', reportId)) {
      // A double tap: the other one was quicker.
      counted = case_.reports.some((report) => report.reportId === reportId)
      return { ok: true, events: [] }
    }
    if (!isOpen(case_)) return refuse('STATE_CHANGED')
    if (document.followers >= FOLLOWERS_MAX) return refuse('FOLLOWERS_FULL', { max: FOLLOWERS_MAX })
    const earlier = limit && (await transaction.get('voices', voiceId(call.keyedHash, call.openid, caseId)))
    if (earlier && isOnce) return refuse('ALREADY_JOINED')
    // One person's word is one in a month, however often it is said.
    counted = countsByItself(case_, call.rules.calendarOf, call.now) && !isCountFull(case_, call.now) && (earlier === null || monthOf(earlier.at) !== monthOf(call.now))
    const joined: CaseEvent = { type: 'joined', at: call.now, by: actor(call, 'resident'), reportId, counted }
    const after = applyEvent(case_, joined)
    if (after === null) return refuse('STATE_CHANGED')
    const proposed = counted && after.filedAt !== null ? await proposeByCount(call, transaction, caseId, after, call.now) : []
    await transaction.set('reports', reportDocument(call, { _id: reportId, caseId, first: false, forHouseholdId }))
    if (limit && !earlier) await transaction.set('voices', voiceDocument(call, { caseId, first: false }))
    return { ok: true, events: counted ? [joined, ...proposed] : [], remark: { _id: `${reportId}:joined`, type: 'joined', reportId, text, photos: received.photos, ...mark }, received, spending: limit }
  })
  return changed.ok ? { ok: true, counted } : changed
}

/** Whoever had a voice in the case and had the own data deleted does not begin anew in it. */
const hasSpokenBefore = async (call: TownCall, caseId: string): Promise<boolean> =>
  (await call.store.get('voices', voiceId(call.keyedHash, call.openid, caseId))) !== null && (await myReports(call, [caseId])).size === 0

export const joinCase: Handler<'joinCase'> = async ({ caseId, key, text, photos }, call) => {
  // Not the id a report of the same key would have: a phone may use its draft's key for both.
  const reportId = `r${call.hash(`${call.personId}|join|${caseId}|${key}`).slice(0, 24)}`
  const earlier = await call.store.get('reports', reportId)
  if (earlier) return reply({ caseId, counted: false })
  const mine = await call.store.find('reports', { where: { caseId, personId: call.personId }, limit: 1 })
  if (mine.length > 0) return refuse('ALREADY_JOINED')
  const document = await call.store.get('cases', caseId)
  if (!document || viewOf(call.person, document, false) === null) return refuse('NOT_FOUND')
  const limit: Spending = { act: 'joins', max: JOINS_A_DAY, used: refuse('JOINS_USED', { max: JOINS_A_DAY }) }
  const usedUp = await refuseUsedUp(call, limit)
  // Of a double tap the quicker one may have used the last.
  if (usedUp && !(await call.store.get('reports', reportId))) return usedUp
  const mark = await checkText(call, text)
  if (isRefusal(mark)) return mark
  const received = await receivePhotos(call, reportId, photos)
  if (isRefusal(received)) return received
  const joined = await join(call, caseId, { isOnce: true, limit, reportId, forHouseholdId: null, text, mark, received })
  return joined.ok ? reply({ caseId, counted: joined.counted }) : joined
}

import type { CaseEvent } from '../../../../domain/case/events'
import { caseDocument, newCase } from '../../../../store/caseDocument'
import { voiceDocument } from '../../../../store/tallies'
import { refuse } from '../../../../types/api/refusal'
import { hasRole } from '../../access/scope'
import { allOrNothing } from '../../allOrNothing'
import { actor, reply, type Handler, type Outcome } from '../../context'
import { actInOwnName, refuseUsedUp } from '../../ownName'
import { receivePhotos } from '../../photos/receivePhotos'
import { takeIn } from '../../photos/takeIn'
import { checkCategory, checkHousehold, checkPlace, checkWords, findEstate, isRefusal } from './checks'
import { join } from './joinCase'
import { reportDocument } from './reportDocument'
import { reportLimit } from './reportLimit'
import { openCasesOfProblem } from './sameProblem'

/** 举报. Ids come from the phone's key, so that a send that is repeated finds its first result. */
export const reportCase: Handler<'reportCase'> = async (request, call) => {
  const byOffice = request.level !== undefined
  if (byOffice && !hasRole(call.person, 'office')) return refuse('NOT_ALLOWED')
  const estate = await findEstate(call, request.estateId)
  if (isRefusal(estate)) return estate
  const reportId = `r${call.hash(`${call.personId}|${request.key}`).slice(0, 24)}`
  const earlier = await call.store.get('reports', reportId)
  if (earlier) {
    const document = await call.store.get('cases', earlier.caseId)
    return reply({ caseId: earlier.caseId, number: document?.number ?? null, joinedInstead: !earlier.first })
  }
  // The office enters what many people tell it.
  const limit = byOffice ? null : { act: 'reports' as const, ...(await reportLimit(call)) }
  const usedUp = await refuseUsedUp(call, limit)
  // Of a double tap the quicker one may have used the last.
  if (usedUp && !(await call.store.get('reports', reportId))) return usedUp
  const refused = checkCategory(call, request.categoryCode) ?? checkPlace(request.place, estate) ?? (await checkHousehold(call, request.forHouseholdId))
  if (refused) return refused
  const mark = await checkWords(call, request.text, request.place.detail)
  if (isRefusal(mark)) return mark
  const received = await receivePhotos(call, reportId, request.photos)
  if (isRefusal(received)) return received

  const { categoryCode, place, text, forHouseholdId = null } = request
  const caseId = `c${reportId.slice(1)}`
  if (categoryCode !== null) {
    const [open] = await openCasesOfProblem(call, { estateId: estate._id, categoryCode, place }, ['report', 'case'])
    // Of a double tap the quicker one may have made the case already: nobody joins the own report.
    if (open && !(await call.store.get('cases', caseId))) {
      const joined = await join(call, open.document._id, { isOnce: false, limit, reportId, forHouseholdId, text, mark, received })
      if (joined.ok || joined.code !== 'STATE_CHANGED') return joined.ok ? reply({ caseId: open.document._id, number: open.document.number, joinedInstead: true }) : joined
    }
  }

  return allOrNothing(call.store, async (transaction): Promise<Outcome<'reportCase'>> => {
    const existing = await transaction.get('cases', caseId)
    if (existing) return reply({ caseId, number: existing.number, joinedInstead: false })
    const spent = await actInOwnName(call, transaction, limit)
    if (spent) return spent
    const submitted: CaseEvent = { type: 'submitted', at: call.now, by: actor(call, byOffice ? 'office' : 'resident'), reportId, level: request.level ?? 'town', estateId: estate._id, place, categoryCode, text, photos: received.photos, ...mark }
    await transaction.set('reports', reportDocument(call, { _id: reportId, caseId, first: true, forHouseholdId }))
    if (limit) await transaction.set('voices', voiceDocument(call, { caseId, first: true }))
    await transaction.set('cases', caseDocument(newCase({ _id: caseId, townId: call.townId, number: null, createdAt: call.now }), [submitted], call.rules.calendarOf))
    await takeIn(call, transaction, { caseId }, received, received.photos)
    return reply({ caseId, number: null, joinedInstead: false })
  })
}

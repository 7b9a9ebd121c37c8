import { categoryByCode } from '../../../../domain/rulebook/categoryByCode'
import type { CaseEvent } from '../../../../domain/case/events'
import { caseDocument, newCase, withEvents } from '../../../../store/caseDocument'
import { numberCases } from '../../../../store/caseNumbers'
import { staffOf } from '../../../../store/people'
import { refuse } from '../../../../types/api/refusal'
import { hasRole } from '../../access/scope'
import { allOrNothing } from '../../allOrNothing'
import { actor, reply, type Handler, type Outcome } from '../../context'
import { receivePhotos, type Received } from '../../photos/receivePhotos'
import { takeIn } from '../../photos/takeIn'
import { tellAbout } from '../case/changeCase'
import { checkCategory, checkPlace, findEstate, isRefusal } from '../case/checks'
import { startOf } from '../case/dispatchCase'

/** 录入检查: all problems of an inspection in one transaction, each a case that is dispatched at once. An inspection may also find nothing. */
export const enterInspection: Handler<'enterInspection'> = async (request, call) => {
  const hasLevel = call.person.grants.some((grant) => grant.role === 'inspector' && grant.level === request.level)
  if (!hasRole(call.person, 'office') && !hasLevel) return refuse('NOT_ALLOWED')
  const estate = await findEstate(call, request.estateId)
  if (isRefusal(estate)) return estate
  for (const problem of request.problems) {
    const refused = checkCategory(call, problem.categoryCode) ?? checkPlace(problem.place, estate)
    if (refused) return refused
  }
  const role = hasRole(call.person, 'office') ? 'office' : 'inspector'
  const inspectionId = `i${call.hash(`${call.personId}|${request.key}`).slice(0, 24)}`
  const known = await call.store.get('inspections', inspectionId)
  if (known) return reply({ inspectionId, caseIds: [...known.caseIds] })
  const received: Received[] = []
  for (const [index, { photos }] of request.problems.entries()) {
    const taken = await receivePhotos(call, `${inspectionId}-${index + 1}`, photos, received.reduce((sum, each) => sum + each.photos.length, 0))
    if (isRefusal(taken)) return taken
    received.push(taken)
  }
  const staff = await staffOf(call.store, call.townId)
  const { edition, calendarOf } = call.rules
  const entered = await allOrNothing(call.store, async (transaction): Promise<Outcome<'enterInspection'>> => {
    const existing = await transaction.get('inspections', inspectionId)
    if (existing) return reply({ inspectionId, caseIds: [...existing.caseIds] })
    const caseIds: string[] = []
    for (const [index, { categoryCode, place, text }] of request.problems.entries()) {
      const taken = received[index]!
      const happened = { at: call.now, by: actor(call, role) }
      const limit = categoryByCode(edition, categoryCode)!.limit
      const found: CaseEvent = { type: 'found', ...happened, inspectionId, level: request.level, estateId: estate._id, place, categoryCode, editionId: edition.id, text, photos: taken.photos }
      const dispatched: CaseEvent = { type: 'dispatched', ...happened, estateId: estate._id, ...startOf(call, limit) }
      const caseId = `c${inspectionId.slice(1)}-${index + 1}`
      const made = withEvents(caseDocument(newCase({ _id: caseId, townId: call.townId, number: null, createdAt: call.now }), [found], calendarOf), [dispatched], calendarOf)
      if (!made?.ok) return made === null ? refuse('STATE_CHANGED') : refuse('CALENDAR_MISSING', { year: made.year })
      await transaction.set('cases', made.document)
      await takeIn(call, transaction, { caseId }, taken, taken.photos)
      await tellAbout(call, transaction, staff, { document: made.document, case_: made.case_, edition }, [{ whom: 'managers', kind: 'caseNew' }])
      caseIds.push(caseId)
    }
    await transaction.set('inspections', { _id: inspectionId, townId: call.townId, estateId: estate._id, factAt: call.now, enteredAt: call.now, by: call.personId, level: request.level, mode: request.mode, caseIds })
    return reply({ inspectionId, caseIds })
  })
  if (entered.ok && entered.value.caseIds.length > 0) await numberCases(call.store, { townId: call.townId, filedAt: call.now }, entered.value.caseIds)
  return entered
}

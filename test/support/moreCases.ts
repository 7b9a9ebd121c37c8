import type { CaseEvent } from '../../domain/case/events'
import type { Place } from '../../domain/case/place'
import { caseDocument } from '../../store/caseDocument'
import { rulesLoader } from '../../store/rules'
import type { CaseDocument } from '../../types/documents/cases'
import { TOWN_ID, type Town } from './town'

/** As many further cases that went the way of this one, each some time later than the one before and where it is said; written straight into the database, as their own acts would leave them. */
export async function moreLike(town: Town, caseId: string, count: number, { place, everyMs = 1 }: { readonly place?: (index: number) => Place; readonly everyMs?: number } = {}): Promise<readonly string[]> {
  const model = town.one('cases', caseId)
  const { calendarOf } = await rulesLoader(town.store)(TOWN_ID, town.now())
  const made = Array.from({ length: count }, (_, index): CaseDocument => {
    const later = (index + 1) * everyMs
    const events = model.events.map((event): CaseEvent => ({ ...event, at: event.at + later, ...('place' in event && place && { place: place(index) }), ...('reportId' in event && { reportId: `${event.reportId}-${index}` }) }))
    return caseDocument({ ...model, _id: `${caseId}-more-${index}`, createdAt: model.createdAt + later }, events, calendarOf)
  })
  town.engine.insert('cases', made)
  return made.map(({ _id }) => _id)
}

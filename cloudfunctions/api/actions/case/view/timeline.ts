import type { CaseEvent } from '../../../../../domain/case/events'
import type { View } from '../../../access/scope'

/** What only those who handle a case are shown: requests for time and findings under discussion. */
const INTERNAL: ReadonlySet<CaseEvent['type']> = new Set(['requested', 'requestRefused', 'findingProposed', 'findingDropped'])

export type TimelineEntry = {
  at: number; type: string; role: CaseEvent['by']['role']; who: string | null; text: string; photos: readonly string[]
  finding: Extract<CaseEvent, { type: 'findingProposed' }>['finding'] | null; estateId: string | null; until: number | null; mine: boolean
}

/** The story of a case as this viewer may read it. Names of staff are for staff; a resident is never named to anybody. */
export function timelineOf(events: readonly CaseEvent[], view: View, names: ReadonlyMap<string, string>, myReportId: string | null): TimelineEntry[] {
  const inside = view === 'town' || view === 'manager'
  return events
    .filter((event) => inside || !INTERNAL.has(event.type))
    // 补充 is said to those who handle it and those who reported it, not to the neighbourhood.
    .filter((event) => view !== 'neighbour' || event.type !== 'remarked')
    .map((event) => ({
      at: event.at, type: event.type, role: event.by.role,
      who: inside ? (names.get(event.by.person) ?? null) : null,
      text: 'text' in event ? event.text : 'reason' in event ? event.reason : '',
      photos: 'photos' in event ? event.photos : [],
      finding: 'finding' in event ? event.finding : null,
      estateId: event.type === 'redirected' || event.type === 'dispatched' ? event.estateId : null,
      until: event.type === 'suspended' ? event.until : event.type === 'requested' ? (event.until ?? null) : null,
      mine: 'reportId' in event && event.reportId === myReportId,
    }))
}

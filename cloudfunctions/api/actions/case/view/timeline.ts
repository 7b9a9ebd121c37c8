import type { CaseEvent } from '../../../../../domain/case/events'
import type { CaseRemarkDocument } from '../../../../../types/documents/cases'
import type { View } from '../../../access/scope'

/** What only those who handle a case are shown: requests for time and findings under discussion. */
const INTERNAL: ReadonlySet<CaseEvent['type']> = new Set(['requested', 'requestRefused', 'findingProposed', 'findingDropped'])

export type TimelineEntry = {
  id: string; at: number; type: string; role: CaseEvent['by']['role']; who: string | null; text: string; photos: readonly string[]
  finding: Extract<CaseEvent, { type: 'findingProposed' }>['finding'] | null; estateId: string | null; until: number | null; mine: boolean
}

type Teller = { readonly view: View; readonly names: ReadonlyMap<string, string>; readonly myReportId: string | null; readonly hash: (text: string) => string }

/** The story of a case as this viewer may read it, residents' words where they were said. Names of staff are for staff; a resident is never named to anybody. */
export function timelineOf(events: readonly CaseEvent[], remarks: readonly CaseRemarkDocument[], { view, names, myReportId, hash }: Teller): TimelineEntry[] {
  const inside = view === 'town' || view === 'manager'
  const steps = events.map((event, index) => ({
    order: index,
    number: 0,
    event,
    entry: {
      id: `e${index}`, at: event.at, type: event.type, role: event.by.role,
      who: inside ? (names.get(event.by.person) ?? null) : null,
      text: 'text' in event ? event.text : 'reason' in event ? event.reason : '',
      photos: 'photos' in event ? event.photos : [],
      finding: 'finding' in event ? event.finding : null,
      estateId: event.type === 'redirected' || event.type === 'dispatched' ? event.estateId : null,
      until: event.type === 'suspended' ? event.until : event.type === 'requested' ? (event.until ?? null) : null,
      mine: 'reportId' in event && event.reportId === myReportId,
    },
  }))
  // That a report counts by itself is an event; what was said with it is the remark.
  const told = steps.filter(({ event }) => event.type !== 'joined' && (inside || !INTERNAL.has(event.type)))
  const words = remarks.map(({ _id, type, at, number, after, reportId, text, photos }) => ({
    order: after - 0.5,
    number,
    entry: { id: `m${hash(_id).slice(0, 16)}`, at, type, role: 'resident' as const, who: null, text, photos, finding: null, estateId: null, until: null, mine: reportId === myReportId },
  }))
  return [...words, ...told].sort((a, b) => a.order - b.order || a.number - b.number).map(({ entry }) => entry)
}

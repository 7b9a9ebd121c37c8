import type { CaseEvent, CheckMark } from '../../../../../domain/case/events'
import type { CaseRemarkDocument } from '../../../../../types/documents/cases'
import type { View } from '../../../access/scope'
import { mayReadWords, shownWords } from './shownWords'

/** What only those who handle a case are shown: requests for time and findings under discussion. */
const INTERNAL: ReadonlySet<CaseEvent['type']> = new Set(['requested', 'requestRefused', 'findingProposed', 'findingDropped'])

export type TimelineEntry = {
  id: string; at: number; type: string; role: CaseEvent['by']['role']; who: string | null; text: string; photos: readonly string[]
  finding: Extract<CaseEvent, { type: 'findingProposed' }>['finding'] | null; estateId: string | null; until: number | null; mine: boolean; unchecked?: true
}

type Teller = { readonly view: View; readonly names: ReadonlyMap<string, string>; readonly myReportId: string | null; readonly hash: (text: string) => string }

/** The story of a case as this viewer may read it, residents' words where they were said. Names of staff are for staff; a resident is never named to anybody. */
export function timelineOf(events: readonly CaseEvent[], remarks: readonly CaseRemarkDocument[], { view, names, myReportId, hash }: Teller): TimelineEntry[] {
  const inside = view === 'town' || view === 'manager'
  const shown = (text: string, said: CheckMark, after: number) => ({ text: shownWords(text, mayReadWords(events, after, said, view, myReportId)), ...(inside && said.unchecked && { unchecked: said.unchecked }) })
  const steps = events.map((event, index) => ({
    order: index,
    number: 0,
    event,
    entry: {
      // What was missed was missed then, whenever the clock came round.
      id: `e${index}`, at: event.type === 'overdueRecorded' ? event.dueAt : event.at, type: event.type, role: event.by.role,
      who: inside ? (names.get(event.by.person) ?? null) : null,
      ...shown('text' in event ? event.text : 'reason' in event ? event.reason : '', 'unchecked' in event ? event : {}, index + 1),
      photos: 'photos' in event ? event.photos : [],
      finding: 'finding' in event ? event.finding : null,
      estateId: event.type === 'redirected' || event.type === 'dispatched' ? event.estateId : null,
      until: event.type === 'suspended' ? event.until : event.type === 'requested' ? (event.until ?? null) : null,
      mine: 'reportId' in event && event.reportId === myReportId,
    },
  }))
  // That a report counts by itself is an event; what was said with it is the remark.
  const told = steps.filter(({ event }) => event.type !== 'joined' && (inside || !INTERNAL.has(event.type)))
  const words = remarks.map((remark) => ({
    order: remark.after - 0.5,
    number: remark.number,
    entry: {
      id: `m${hash(remark._id).slice(0, 16)}`, at: remark.at, type: remark.type, role: 'resident' as const, who: null, ...shown(remark.text, remark, remark.after),
      photos: remark.photos, finding: null, estateId: null, until: null, mine: remark.reportId === myReportId,
    },
  }))
  return [...words, ...told].sort((a, b) => a.order - b.order || a.number - b.number).map(({ entry }) => entry)
}

import type { CaseEvent, CheckMark } from '../../../../../domain/case/events'
import { mayShowPhoto } from '../../../../../domain/privacy/photoCheck'
import type { View } from '../../../access/scope'
import { photoSender } from '../../../photos/reader'

const HIDDEN = '（文字等考核办看过后显示）'

/** What lets no words through, though the office does it. */
const SILENT: ReadonlySet<CaseEvent['type']> = new Set(['refused', 'photoRedacted'])
/** The office has gone on with the case since, with these words before it: filed it, verified the answer, decided. They came after so many events. */
const isLookedAt = (events: readonly CaseEvent[], after: number): boolean => events.slice(after).some(({ by, type }) => by.role === 'office' && !SILENT.has(type))

/** Whether words of which WeChat could say nothing are shown: as with photos, until the office has looked to those who handle the case, who said them, and who is asked about them. */
export const mayReadWords = (events: readonly CaseEvent[], after: number, said: CheckMark, view: View | null, myReportId: string | null): boolean =>
  !said.unchecked || isLookedAt(events, after) || mayShowPhoto('unchecked', view === 'town' || view === 'manager' ? 'handler' : (view ?? 'neighbour'), photoSender(said, myReportId))

export const shownWords = (text: string, mayRead: boolean): string => (mayRead || text === '' ? text : HIDDEN)

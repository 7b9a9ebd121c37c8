import { applyEvent, caseFromEvents, type CaseState } from '../domain/case/caseState'
import type { CaseEvent, CaseEventType } from '../domain/case/events'
import { indexCase } from '../domain/case/handling'
import { monthOf } from '../domain/time/beijing'
import type { Reckoned, WorkingCalendar } from '../domain/time/calendar'
import type { CaseDocument } from '../types/documents/cases'

/** What a case document is besides its events' index. */
export type CaseBase = Pick<CaseDocument, '_id' | 'townId' | 'number' | 'createdAt' | 'remindedUntil' | 'askedUntil' | 'bookedEvents' | 'followers' | 'remarks' | 'words'>

/** A case of which nothing is booked, asked or said yet. */
export const newCase = ({ _id, townId, number, createdAt }: Pick<CaseBase, '_id' | 'townId' | 'number' | 'createdAt'>): CaseBase => ({ _id, townId, number, createdAt, remindedUntil: 0, askedUntil: 0, bookedEvents: 0, followers: 0, remarks: 0, words: 0 })

/** Events after which the ledger may owe an entry at once; a missed deadline is found by its own instant. */
const COSTLY: ReadonlySet<CaseEventType> = new Set(['found', 'filed', 'findingConfirmed'])

/** A case as it is stored: its events, and everything a query looks for, derived from them. */
export function caseDocument(base: CaseBase, events: readonly CaseEvent[], calendar: WorkingCalendar): Reckoned<{ document: CaseDocument }> {
  const indexed = indexCase(caseFromEvents(events), calendar)
  if (!indexed.ok) return indexed
  const { index } = indexed
  const costly = events.slice(base.bookedEvents).find((event) => COSTLY.has(event.type))
  const reminders = [index.halfAt, index.fifthAt].filter((at): at is number => at !== null && at > base.remindedUntil)
  const cameIn = index.filedAt === null ? null : monthOf(base.createdAt)
  const newsIn = cameIn === null ? [] : [...new Set([cameIn, ...(index.closedAt === null ? [] : [monthOf(index.closedAt)])])]
  const { _id, townId, number, createdAt, remindedUntil, askedUntil, bookedEvents, followers, remarks, words } = base
  return {
    ok: true,
    document: {
      _id, townId, number, createdAt, remindedUntil, askedUntil, bookedEvents, followers, remarks, words, ...index, remindAt: reminders.length > 0 ? Math.min(...reminders) : null,
      askAt: index.askAgainAt !== null && index.askAgainAt > askedUntil ? index.askAgainAt : null, bookAt: costly?.at ?? index.judgeAt, cameIn, newsIn, events,
    },
  }
}

/** Further events on a stored case; null where the state machine does not allow one of them. */
export function withEvents(document: CaseDocument, added: readonly CaseEvent[], calendar: WorkingCalendar): Reckoned<{ document: CaseDocument; case_: CaseState }> | null {
  let case_: CaseState | null = caseFromEvents(document.events)
  for (const event of added) {
    case_ = applyEvent(case_, event)
    if (case_ === null) return null
  }
  const made = caseDocument(document, [...document.events, ...added], calendar)
  return made.ok ? { ok: true, document: made.document, case_ } : made
}

import { applyEvent, caseFromEvents, type CaseState } from '../domain/case/caseState'
import type { CaseEvent, CaseEventType } from '../domain/case/events'
import { currentRun, indexCase, runDeadline, type CalendarOf } from '../domain/case/handling'
import { monthOf } from '../domain/time/beijing'
import type { Reckoned } from '../domain/time/calendar'
import type { CaseDocument } from '../types/documents/cases'

/** What a case document is besides its events' index. */
export type CaseBase = Pick<CaseDocument, '_id' | 'townId' | 'number' | 'createdAt' | 'remindedUntil' | 'askedUntil' | 'bookedEvents' | 'followers' | 'remarks' | 'words'>

/** A case of which nothing is booked, asked or said yet. */
export const newCase = ({ _id, townId, number, createdAt }: Pick<CaseBase, '_id' | 'townId' | 'number' | 'createdAt'>): CaseBase => ({ _id, townId, number, createdAt, remindedUntil: 0, askedUntil: 0, bookedEvents: 0, followers: 0, remarks: 0, words: 0 })

/** Events after which the ledger may owe an entry at once; a missed deadline is found by its own instant. */
const COSTLY: ReadonlySet<CaseEventType> = new Set(['found', 'filed', 'findingConfirmed', 'verificationFailed'])

/** A case as it is stored: its events, and everything a query looks for, derived from them. */
export function caseDocument(base: CaseBase, events: readonly CaseEvent[], calendarOf: CalendarOf): CaseDocument {
  const index = indexCase(caseFromEvents(events), calendarOf)
  const costly = events.slice(base.bookedEvents).find((event) => COSTLY.has(event.type))
  const reminders = [index.halfAt, index.fifthAt].filter((at): at is number => at !== null && at > base.remindedUntil)
  const cameIn = index.filedAt === null ? null : monthOf(base.createdAt)
  const newsIn = cameIn === null ? [] : [...new Set([cameIn, ...(index.closedAt === null ? [] : [monthOf(index.closedAt)])])]
  const { _id, townId, number, createdAt, remindedUntil, askedUntil, bookedEvents, followers, remarks, words } = base
  return {
    _id, townId, number, createdAt, remindedUntil, askedUntil, bookedEvents, followers, remarks, words, ...index, remindAt: reminders.length > 0 ? Math.min(...reminders) : null,
    askAt: index.askAgainAt !== null && index.askAgainAt > askedUntil ? index.askAgainAt : null, bookAt: costly?.at ?? index.judgeAt, cameIn, newsIn, events,
  }
}

/** What begins a limit, or makes it longer: it must be known when it ends. */
const LIMITING: ReadonlySet<CaseEventType> = new Set(['dispatched', 'redirected', 'verificationFailed', 'reworked', 'extended', 'suspended', 'relimited'])

/** 挂账到期: a suspension that has come to its date has ended, dated by that date, whether the clock has been round or not. */
export function caughtUp(document: CaseDocument, calendarOf: CalendarOf, now: number): CaseDocument {
  if (document.resumeAt === null || document.resumeAt > now) return document
  return caseDocument(document, [...document.events, { type: 'resumed', at: document.resumeAt, by: { role: 'clock', person: 'clock' }, reason: '挂账到期' }], calendarOf)
}

/**
 * Further events on a stored case; null where the state machine does not allow one of them. A limit whose end lies in a year without a calendar is refused; whatever else
 * happens to a case is taken, whichever calendar is missing.
 */
export function withEvents(document: CaseDocument, added: readonly CaseEvent[], calendarOf: CalendarOf): Reckoned<{ document: CaseDocument; case_: CaseState }> | null {
  let case_: CaseState | null = caseFromEvents(document.events)
  for (const event of added) {
    case_ = applyEvent(case_, event)
    if (case_ === null) return null
  }
  const run = added.some(({ type }) => LIMITING.has(type)) ? currentRun(case_) : undefined
  const deadline = run && runDeadline(run, calendarOf)
  if (deadline && !deadline.ok) return deadline
  return { ok: true, document: caseDocument(document, [...document.events, ...added], calendarOf), case_ }
}

import type { CaseState } from '../../domain/case/caseState'
import { caseFromEvents } from '../../domain/case/caseState'
import type { Actor, CaseEvent, CaseEventType } from '../../domain/case/events'
import { indexCase, type CaseIndex } from '../../domain/case/handling'
import type { HandlingLimit } from '../../domain/rulebook/edition'
import { instantOf } from '../../domain/time/beijing'
import { buildCalendar } from '../../domain/time/calendar'
import { builtInCalendarYears } from '../../domain/time/holidays'

/** Builders that the tests of cases, ledger, score and rewards share. The events' own words are made up; nothing expected stands here. */

/** Decision D4, written out: 08:30–11:30 and 13:30–17:30. */
export const calendar = buildCalendar(builtInCalendarYears, [
  { from: '2024-01-01', periods: [{ start: '08:30', end: '11:30' }, { start: '13:30', end: '17:30' }] },
])

/** `at('2026-04-13 09:00')`: an instant by its Beijing wall clock. 2026-04-13 is a Monday, and the week has no holiday. */
export const at = (text: string): number => instantOf(text.slice(0, 10), text.slice(11))

export const twoHours: HandlingLimit = { amount: 2, unit: 'hour' }
export const threeDays: HandlingLimit = { amount: 3, unit: 'day' }

type EventOf<T extends CaseEventType> = Extract<CaseEvent, { type: T }>
type Told<T extends CaseEventType> = Omit<EventOf<T>, 'type' | 'at' | 'by'>
type Sample<T extends CaseEventType> = { readonly role: Actor['role']; readonly told: Told<T> }

const evidence = { text: '垃圾桶旁有散落垃圾', photos: ['photo-1'] }
const start = { limit: twoHours, calendarVersion: '2026.1', editionId: 'plan-1' }
const why = { reason: '理由' }
const place = { spotId: 'gate' }

/** One believable event of every kind, and the role that usually makes it. */
const SAMPLES: { readonly [T in CaseEventType]: Sample<T> } = {
  submitted: { role: 'resident', told: { reportId: 'report-1', level: 'district', estateId: 'east', place, categoryCode: '0201', ...evidence } },
  found: { role: 'inspector', told: { inspectionId: 'inspection-1', level: 'district', estateId: 'east', place, categoryCode: '0201', editionId: 'plan-1', ...evidence } },
  joined: { role: 'resident', told: { reportId: 'report-2', counted: false } },
  remarked: { role: 'resident', told: { reportId: 'report-1' } },
  withdrawn: { role: 'resident', told: {} },
  refused: { role: 'office', told: why },
  filed: { role: 'office', told: { categoryCode: '0201', editionId: 'plan-1' } },
  dispatched: { role: 'office', told: { estateId: 'east', ...start } },
  returned: { role: 'manager', told: evidence },
  returnRejected: { role: 'office', told: why },
  redirected: { role: 'office', told: { estateId: 'west', ...why, ...start } },
  requested: { role: 'manager', told: { kind: 'extension', ...evidence } },
  requestRefused: { role: 'office', told: why },
  extended: { role: 'office', told: why },
  suspended: { role: 'office', told: { from: at('2026-04-13 10:00'), until: at('2026-04-20 08:30'), ...why } },
  resumed: { role: 'clock', told: why },
  answered: { role: 'manager', told: evidence },
  confirmedFixed: { role: 'resident', told: { reportId: 'report-1' } },
  reportedUnfixed: { role: 'resident', told: { reportId: 'report-1', ...evidence } },
  verified: { role: 'inspector', told: { method: 'onSite', ...evidence } },
  verificationFailed: { role: 'inspector', told: { method: 'onSite', ...evidence, ...start } },
  reworked: { role: 'office', told: { ...why, ...start } },
  closed: { role: 'office', told: {} },
  findingProposed: { role: 'inspector', told: { finding: 'shirked', factAt: at('2026-04-13 10:00'), ...why } },
  findingConfirmed: { role: 'office', told: { finding: 'shirked', ...why } },
  findingDropped: { role: 'office', told: { finding: 'shirked', ...why } },
  relimited: { role: 'office', told: { ...why, calendarVersion: '2026.2', editionId: 'plan-1' } },
  overdueRecorded: { role: 'clock', told: { run: 0, dueAt: at('2026-04-13 11:00') } },
  photoRedacted: { role: 'office', told: { photo: 'photo-1', replacement: 'photo-1-redacted' } },
}
export const EVENT_TYPES = Object.keys(SAMPLES) as CaseEventType[]

export const person = (role: Actor['role']): Actor => ({ role, person: role === 'resident' ? '' : `${role}-1` })

/** An event of the given kind at an instant, by the usual role unless told otherwise. */
export function happens<T extends CaseEventType>(type: T, when: number | string, told: Partial<Told<T>> & { readonly role?: Actor['role'] } = {}): CaseEvent {
  const { role = SAMPLES[type].role, ...changes } = told
  const instant = typeof when === 'string' ? at(when) : when
  // A suspension stands from the office's decision on, unless a test says otherwise.
  const from = type === 'suspended' ? { from: instant } : {}
  return { type, at: instant, by: person(role), ...SAMPLES[type].told, ...from, ...changes } as unknown as CaseEvent
}

/** Monday 13 April 2026: reported at 08:40, filed at 08:50, dispatched at 09:00 with two working hours: due at 11:00. */
export const reported = (told: Partial<Told<'submitted'>> = {}): CaseEvent[] => [happens('submitted', '2026-04-13 08:40', told), happens('filed', '2026-04-13 08:50')]
export const dispatched = (told: Partial<Told<'submitted'>> = {}): CaseEvent[] => [...reported(told), happens('dispatched', '2026-04-13 09:00')]
export const inspected = (told: Partial<Told<'found'>> = {}): CaseEvent[] => [
  happens('found', '2026-04-13 08:50', told),
  happens('dispatched', '2026-04-13 09:00', { role: 'inspector', estateId: told.estateId ?? 'east' }),
]

export const caseOf = (...events: readonly CaseEvent[]): CaseState => caseFromEvents(events)

/** One calendar, whatever version a run began under. */
export const calendarOf = () => calendar
export const indexOf = (case_: CaseState): CaseIndex => indexCase(case_, calendarOf)

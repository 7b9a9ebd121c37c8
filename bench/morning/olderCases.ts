import { caseFromEvents } from '../../domain/case/caseState'
import type { Actor, CaseEvent, Law } from '../../domain/case/events'
import { chainEntry, GENESIS } from '../../domain/ledger/chain'
import { entriesOfCase } from '../../domain/ledger/caseEntries'
import type { LedgerEntry } from '../../domain/ledger/entry'
import type { Category, Edition } from '../../domain/rulebook/edition'
import { DAY_MS, HOUR_MS, MINUTE_MS, instantOf, monthOf } from '../../domain/time/beijing'
import type { CaseLaw } from '../../domain/ledger/caseEntries'
import type { WorkingCalendar } from '../../domain/time/calendar'
import { deadlineFor } from '../../domain/time/deadline'
import { remindersFor } from '../../domain/time/reminder'
import { demoHash } from '../../scripts/demo/hashes'
import { ESTATES, personId, TOWN_ID } from '../../scripts/demo/town'
import { caseDocument, newCase } from '../../store/caseDocument'
import { photoId } from '../../store/files'
import { noticeDocument } from '../../store/notices'
import type { CaseDocument, CaseRemarkDocument, ReportDocument } from '../../types/documents/cases'
import type { NoticeDocument } from '../../types/documents/notices'
import type { PhotoCheckDocument } from '../../types/documents/privacy'
import { mixed } from '../caseDocuments'

/** What the town has lived through before the rain. `until`: the evening before. */
export type Past = CaseLaw & { readonly edition: Edition; readonly calendar: WorkingCalendar; readonly law: Law; readonly until: number; readonly residentOf: (estate: number, which: number) => string }
export type Planted = {
  readonly cases: readonly CaseDocument[]
  readonly reports: readonly ReportDocument[]
  readonly caseRemarks: readonly CaseRemarkDocument[]
  readonly photoChecks: readonly PhotoCheckDocument[]
  readonly notices: readonly NoticeDocument[]
}
type Told = { readonly events: readonly CaseEvent[]; readonly remindedUntil: number }

const OFFICE: Actor = { role: 'office', person: personId('office-1') }
const RESIDENT: Actor = { role: 'resident', person: 'resident' }
const YEAR_BEGINS = instantOf('2026-01-05', '08:00')
/** What is not at its end is of the last days. */
const OPEN_DAYS = 5

/** Out of a hundred: how far cases have come. */
const FATES = [['closed', 86], ['refused', 4], ['withdrawn', 2], ['answered', 2], ['dispatched', 4], ['filed', 1], ['submitted', 1]] as const
type Fate = (typeof FATES)[number][0]
function fateOf(i: number): Fate {
  let left = mixed(i, 100, 1)
  for (const [fate, share] of FATES) if ((left -= share) < 0) return fate
  return 'closed'
}

/** Of a hundred closed cases so many were answered late; of a hundred so many were joined. */
const LATE = 8
const JOINED = 20

const photoOf = (i: number, when: string): string => `cloud://linjing-local.local-bucket/evidence/${TOWN_ID}/older-${i}-${when}.png`
const managerOf = (estate: number): Actor => ({ role: 'manager', person: personId(`manager-${ESTATES[estate]!._id}`) })

type Begun = { readonly i: number; readonly at: number; readonly category: Category; readonly estate: number }
const submitted = ({ i, at, category, estate }: Begun): CaseEvent => ({
  type: 'submitted', at, by: RESIDENT, reportId: `r-older-${i}`, level: 'town', estateId: ESTATES[estate]!._id, place: { spotId: ESTATES[estate]!.spots[mixed(i, 14, 2)]!.id }, categoryCode: category.code, text: `${category.name}，请处理`, photos: [photoOf(i, 'before')],
})
const dispatchedAt = ({ category, estate }: Begun, at: number, { edition, law }: Past): CaseEvent[] => [
  { type: 'filed', at, by: OFFICE, categoryCode: category.code, editionId: edition.id },
  { type: 'dispatched', at, by: OFFICE, estateId: ESTATES[estate]!._id, limit: category.limit, ...law },
]
const answeredAt = ({ i, estate }: Begun, at: number): CaseEvent => ({ type: 'answered', at, by: managerOf(estate), text: '已处理完毕', photos: [photoOf(i, 'after')] })

function dueAfter({ calendar }: Past, from: number, { limit }: Category): number {
  const deadline = deadlineFor(calendar, { from, limit })
  if (!deadline.ok) throw new Error(`no calendar of ${deadline.year}`)
  return deadline.dueAt
}

/** The story of the `i`th older case, always the same one. */
function olderCase(i: number, past: Past): { readonly begun: Begun; readonly told: Told } {
  const { edition, until } = past
  const fate = fateOf(i)
  const isOpen = ['answered', 'dispatched', 'filed', 'submitted'].includes(fate)
  const at = isOpen ? until - (fate === 'answered' ? 2 * DAY_MS : HOUR_MS) - mixed(i, 240, 3) * MINUTE_MS : YEAR_BEGINS + mixed(i, Math.floor((until - OPEN_DAYS * DAY_MS - YEAR_BEGINS) / DAY_MS), 4) * DAY_MS + mixed(i, 540, 3) * MINUTE_MS
  // What is open is of the common kind with three days; what began lately and is over was of the quick kind.
  const fitting = edition.categories.filter(({ limit }) => (isOpen ? limit.unit === 'day' && limit.amount === 3 : until - at > 30 * DAY_MS || limit.unit === 'hour'))
  const begun: Begun = { i, at, estate: mixed(i, ESTATES.length, 5), category: fitting[mixed(i, fitting.length, 6)]! }
  return { begun, told: { events: [submitted(begun), ...eventsAfter(fate, begun, past)], remindedUntil: 0 } }
}

function eventsAfter(fate: Fate, begun: Begun, past: Past): readonly CaseEvent[] {
  const [{ i, at, category }, { edition }] = [begun, past]
  const filedAt = at + 20 * MINUTE_MS
  const [filed, dispatched] = dispatchedAt(begun, filedAt, past)
  switch (fate) {
    case 'submitted': return []
    case 'withdrawn': return [{ type: 'withdrawn', at: at + 5 * MINUTE_MS, by: RESIDENT }]
    case 'refused': return [{ type: 'refused', at: filedAt, by: OFFICE, reason: '经查看不符合立案条件' }]
    case 'filed': return [filed!, ...(mixed(i, 4, 7) === 0 ? [{ type: 'findingProposed', at: filedAt, by: OFFICE, finding: 'recurrent', reason: `${edition.findings.recurrent.name}`, factAt: filedAt } as const] : [])]
    case 'dispatched': return [filed!, dispatched!]
    case 'answered': return [filed!, dispatched!, answeredAt(begun, filedAt + 3 * HOUR_MS)]
    case 'closed': {
      const dueAt = dueAfter(past, filedAt, category)
      const isLate = mixed(i, 100, 8) < LATE
      const handledAt = isLate ? dueAt + HOUR_MS : filedAt + Math.floor((dueAt - filedAt) / 2)
      const closed = { at: handledAt + HOUR_MS, by: OFFICE }
      const overdue: CaseEvent[] = isLate ? [{ type: 'overdueRecorded', at: dueAt + MINUTE_MS, by: { role: 'clock', person: 'clock' }, run: 0, dueAt }] : []
      return [filed!, dispatched!, ...overdue, answeredAt(begun, handledAt), { type: 'verified', ...closed, method: 'photos', text: '照片与现场相符', photos: [] }, { type: 'closed', ...closed }]
    }
  }
}

/**
 * A dispatch after which half or all of the limit has passed in the minute before `instant`: the clock's beat at `instant` finds it. The instant of a deadline never
 * goes back with that of its dispatch, so the first that is late enough is it.
 */
function dispatchFor(what: 'half' | 'dueAt', { limit }: Category, instant: number, { calendar }: Past): number {
  for (let from = instant - 5 * DAY_MS; from < instant; from += MINUTE_MS / 2) {
    const reminders = remindersFor(calendar, { from, limit })
    if (reminders.ok && reminders[what] >= instant - MINUTE_MS / 2) {
      if (reminders[what] >= instant) break
      return from
    }
  }
  throw new Error(`no dispatch has its ${what} just before ${instant}`)
}

/** Cases that all come to a deadline, or to half of it, in the minute before an instant. */
function burstCases(first: number, count: number, what: 'half' | 'dueAt', instant: number, past: Past): readonly { readonly begun: Begun; readonly told: Told }[] {
  const fitting = past.edition.categories.filter(({ limit }) => (what === 'dueAt' ? limit.unit === 'hour' && limit.amount === 2 : limit.unit === 'day' && limit.amount === 3))
  const at = dispatchFor(what, fitting[0]!, instant, past)
  return Array.from({ length: count }, (_, n) => {
    const begun: Begun = { i: first + n, at: at - HOUR_MS, category: fitting[n % fitting.length]!, estate: n % ESTATES.length }
    // Of the overdue all reminders are out.
    return { begun, told: { events: [submitted(begun), ...dispatchedAt(begun, at, past)], remindedUntil: what === 'dueAt' ? instant : 0 } }
  })
}

const SPARE_EACH = 2
/** In each estate a few with all the time in the world, for whoever wants to see what an answer takes before the hour begins. */
function spareCases(first: number, past: Past): readonly { readonly begun: Begun; readonly told: Told }[] {
  const category = past.edition.categories.find(({ limit }) => limit.amount === 7)!
  return Array.from({ length: SPARE_EACH * ESTATES.length }, (_, n) => {
    const begun: Begun = { i: first + n, at: past.until - HOUR_MS, category, estate: n % ESTATES.length }
    return { begun, told: { events: [submitted(begun), ...dispatchedAt(begun, past.until, past)], remindedUntil: 0 } }
  })
}

const NUMBER_DIGITS = 4

/** `size` cases of the year, and those that are to be found together at an instant of the morning, as the functions themselves would have left them. */
export function plant(size: number, burst: { readonly at: number; readonly due: number; readonly half: number }, past: Past): Planted & { readonly dueIds: readonly string[] } {
  const older = Array.from({ length: size }, (_, i) => olderCase(i, past))
  const due = burstCases(size, burst.due, 'dueAt', burst.at, past)
  const all = [...older, ...due, ...burstCases(size + burst.due, burst.half, 'half', burst.at, past), ...spareCases(size + burst.due + burst.half, past)]
  const numbers = new Map<string, number>()
  const numberOf = (filedAt: number): string => {
    const month = monthOf(filedAt).replace('-', '')
    const number = (numbers.get(month) ?? 0) + 1
    numbers.set(month, number)
    return `${month}-${String(number).padStart(NUMBER_DIGITS, '0')}`
  }
  const filedAt = ({ events }: Told) => events.find(({ type }) => type === 'filed')?.at ?? null
  const planted = all
    .map((each) => ({ ...each, filed: filedAt(each.told) }))
    .sort((a, b) => (a.filed ?? 0) - (b.filed ?? 0))
    .map(({ begun, told, filed }) => documentsOf(begun, told, filed === null ? null : numberOf(filed), past))
  return {
    cases: planted.map((each) => each.document), reports: planted.flatMap((each) => each.reports), caseRemarks: planted.flatMap((each) => each.remarks), photoChecks: planted.flatMap((each) => each.checks), notices: planted.flatMap((each) => each.notices),
    dueIds: due.map(({ begun }) => idOf(begun)),
  }
}

const idOf = ({ i }: Begun): string => `c-older-${i}`

function documentsOf(begun: Begun, { events, remindedUntil }: Told, number: string | null, past: Past) {
  const { i, at, category, estate } = begun
  const _id = idOf(begun)
  const followers = mixed(i, 100, 9) < JOINED ? 1 + mixed(i, 3, 10) : 0
  const made = caseDocument({ ...newCase({ _id, townId: TOWN_ID, number, createdAt: at }), remindedUntil, askedUntil: past.until, bookedEvents: events.length, followers, words: followers }, events, past.calendarOf)
  const reports = Array.from({ length: followers + 1 }, (_, n): ReportDocument => ({
    _id: n === 0 ? `r-older-${i}` : `r-older-${i}-${n}`, townId: TOWN_ID, caseId: _id, personId: personId(past.residentOf(estate, mixed(i, 1_000, 11 + n))), at, forgetAt: past.until + 365 * DAY_MS, first: n === 0, forHouseholdId: null, rating: null, word: null, remarks: 0,
  }))
  const remarks = reports.slice(1).map((report, n): CaseRemarkDocument => ({ _id: `${report._id}:joined`, townId: TOWN_ID, caseId: _id, reportId: report._id, type: 'joined', at, number: n + 1, after: 1, text: '我家门口也是这样', photos: [] }))
  const checks = events.flatMap((event) => ('photos' in event ? event.photos : [])).map((fileId): PhotoCheckDocument => ({
    _id: photoId(demoHash, fileId), townId: TOWN_ID, of: { caseId: _id }, fileId, content: demoHash(fileId), personId: null, state: 'passed', traceId: null, tryAt: null, attempts: 1, waitsForOffice: false, at, decided: null,
  }))
  const facts = { subject: category.name, place: ESTATES[estate]!.name, dueAt: made.dueAt }
  const notices = events.some(({ type }) => type === 'filed')
    ? reports.map(({ personId: reporter }): NoticeDocument => ({ ...noticeDocument({ townId: TOWN_ID, personId: reporter!, kind: 'reportFiled', cause: `${_id}:2`, caseId: _id, facts, now: at, inWorkingTime: false }, null), state: 'sent', readAt: at }))
    : []
  return { document: made, reports, remarks, checks, notices: [...new Map(notices.map((notice) => [notice._id, notice])).values()] }
}

/** What the clock has booked of these cases, as one chain. */
export function ledgerOf(cases: readonly CaseDocument[], { until, ...past }: Past): readonly LedgerEntry[] {
  const drafts = cases.flatMap(({ _id: id, events }) => {
    const made = entriesOfCase({ id, townId: TOWN_ID, case_: caseFromEvents(events) }, past, until)
    if (!made.ok) throw new Error(`the case ${id} cannot be booked: ${made.code}`)
    return made.entries
  })
  const entries: LedgerEntry[] = []
  for (const draft of [...drafts].sort((a, b) => a.factAt - b.factAt)) entries.push(chainEntry(entries[entries.length - 1] ?? GENESIS, draft, draft.factAt + MINUTE_MS, demoHash))
  return entries
}

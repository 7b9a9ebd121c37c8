import { caseFromEvents } from '../../../domain/case/caseState'
import type { CaseEvent } from '../../../domain/case/events'
import { missedDeadline } from '../../../domain/case/handling'
import { entriesOfCase } from '../../../domain/ledger/caseEntries'
import { categoryByCode } from '../../../domain/rulebook/categoryByCode'
import { yearOf } from '../../../domain/time/beijing'
import { caseDocument, withEvents } from '../../../store/caseDocument'
import { takeNumbers } from '../../../store/caseNumbers'
import { Conflict, PAGE_MAX } from '../../../store/database'
import { noticeFactsIn, registerNumber } from '../../../store/caseFacts'
import { noticeDocument } from '../../../store/notices'
import { managersOf, staffOf } from '../../../store/people'
import { NoCalendar, type Rules } from '../../../store/rules'
import type { UnbookableCaseDocument } from '../../../types/documents/cases'
import type { PersonDocument } from '../../../types/documents/people'
import { eachDue } from '../eachDue'
import { BATCH, type Job, type Services } from '../job'
import { appendEntries } from './appendEntries'

type Why = Pick<UnbookableCaseDocument, 'cause' | 'detail'>

/** What keeps a case from being booked, in words the office can act on. */
class Unbookable extends Error {
  constructor(caseId: string, readonly why: Why) {
    super(`case ${caseId} cannot be booked: ${why.cause} ${why.detail}`)
  }
}

/**
 * 入账: cases that may owe an entry, and those whose deadline has passed. The entry, the case's own record and the notice stand or fall together. A case that cannot be
 * booked holds up no other; the office reads which it is and why, until it can.
 */
export const bookCases: Job = async (services) => {
  const { store, loadRules, now } = services
  const staff = new Map<string, readonly PersonDocument[]>()
  const known = new Map((await store.find('unbookableCases', { where: { since: { lte: now } }, orderBy: [['since', 'asc']], limit: PAGE_MAX })).map((each) => [each._id, each]))
  await forgetMended(services, [...known.keys()])
  const due = (skip: number) => store.find('cases', { where: { bookAt: { lt: now } }, orderBy: [['bookAt', 'asc']], skip, limit: BATCH, fields: ['townId', 'number', 'filedAt'] })
  return eachDue(due, async ({ _id, townId, number, filedAt }) => {
    const earlier = known.get(_id)
    try {
      // Filed, and then killed.
      if (number === null && filedAt !== null) await takeNumbers(store, { townId, filedAt }, [_id])
      if (!staff.has(townId)) staff.set(townId, await staffOf(store, townId))
      await bookCase(services, _id, await loadRules(townId, now), staff.get(townId) ?? [])
    } catch (error) {
      const why = whyOf(error, now)
      if (why && (earlier?.cause !== why.cause || earlier.detail !== why.detail)) await store.set('unbookableCases', { _id, townId, number: registerNumber({ _id, number }), ...why, since: earlier?.since ?? now })
      throw error
    }
    if (earlier) await store.remove('unbookableCases', _id)
  })
}

/** Those that owe nothing at present any more: an extension may have moved the deadline, or a beat was killed before it noted what it had booked. */
async function forgetMended({ store, now }: Services, caseIds: readonly string[]): Promise<void> {
  if (caseIds.length === 0) return
  const due = new Set((await store.findAll('cases', { where: { bookAt: { lt: now } }, fields: ['townId'] })).map(({ _id }) => _id))
  for (const _id of caseIds) if (!due.has(_id)) await store.remove('unbookableCases', _id)
}

/** Null: too many at once, which passes by itself. */
function whyOf(error: unknown, now: number): Why | null {
  if (error instanceof Conflict) return null
  if (error instanceof Unbookable) return error.why
  return error instanceof NoCalendar ? { cause: 'calendarMissing', detail: String(yearOf(now)) } : { cause: 'broken', detail: '' }
}

async function bookCase({ store, now, hash }: Services, caseId: string, rules: Rules, staff: readonly PersonDocument[]): Promise<void> {
  await store.transaction(async (transaction) => {
    const document = await transaction.get('cases', caseId)
    if (!document || document.bookAt === null || document.bookAt >= now) return
    const case_ = caseFromEvents(document.events)
    const edition = rules.editionOf(case_.editionId)
    const [made, missed] = [entriesOfCase({ id: caseId, townId: document.townId, case_ }, edition, rules.calendar, now), missedDeadline(case_, rules.calendar, now)]
    if (!missed.ok) throw new Unbookable(caseId, { cause: 'calendarMissing', detail: String(missed.year) })
    if (!made.ok) throw new Unbookable(caseId, made.code === 'RULE_UNDECIDED' ? { cause: 'ruleUndecided', detail: made.rule } : { cause: 'calendarMissing', detail: String(made.year) })

    const recorded: CaseEvent[] = missed.dueAt !== null && case_.overdueRecordedAt === null ? [{ type: 'overdueRecorded', at: now, by: { role: 'clock', person: 'clock' }, dueAt: missed.dueAt }] : []
    const told = withEvents(document, recorded, rules.calendar)
    const booked = told?.ok && caseDocument({ ...told.document, bookedEvents: told.document.events.length }, told.document.events, rules.calendar)
    if (!booked || !booked.ok) throw new Error(`case ${caseId} does not take its overdue record`)
    const added = await appendEntries(transaction, document.townId, made.entries, now, hash)
    await transaction.set('cases', booked.document)

    const facts = await noticeFactsIn(transaction, booked.document, case_, edition)
    const isHazard = categoryByCode(edition, case_.categoryCode ?? '')?.hazardous === true
    const told_ = { townId: document.townId, caseId, now, facts: { ...facts, dueAt: missed.dueAt ?? facts.dueAt } }
    for (const { _id: personId } of managersOf(staff, document.estateId)) {
      if (recorded.length > 0) await transaction.set('notices', noticeDocument({ ...told_, personId, kind: 'caseOverdue', cause: `${caseId}:${document.estateId}`, inWorkingTime: !isHazard }, rules.calendar))
      for (const { _id, rule, points, note } of added)
        if (rule !== 'overdue') await transaction.set('notices', noticeDocument({ ...told_, personId, kind: 'scoreEntry', cause: _id, facts: { ...facts, reason: `${note}，${points / 100} 分` }, inWorkingTime: true }, rules.calendar))
    }
  })
}

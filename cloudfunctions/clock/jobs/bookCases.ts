import { caseFromEvents } from '../../../domain/case/caseState'
import { missedDeadlines } from '../../../domain/case/handling'
import { entriesOfCase } from '../../../domain/ledger/caseEntries'
import { categoryByCode } from '../../../domain/rulebook/categoryByCode'
import { yearOf } from '../../../domain/time/beijing'
import { caseDocument, withEvents } from '../../../store/caseDocument'
import { takeNumbers } from '../../../store/caseNumbers'
import { IN_MAX, Conflict, PAGE_MAX } from '../../../store/database'
import { noticeFactsOf, registerNumber } from '../../../store/caseFacts'
import { lotsOf } from '../../../store/lotsOf'
import { toManagers } from '../../../store/notices'
import { NoCalendar } from '../../../store/rules'
import type { StoreTransaction } from '../../../store/store'
import type { CaseDocument, UnbookableCaseDocument } from '../../../types/documents/cases'
import { eachLot, type Failure, type LotOutcome } from '../eachDue'
import type { Job, Services } from '../job'
import { BOOKED_TOGETHER, bookLot, type Ledger } from './ledger'

type Why = Pick<UnbookableCaseDocument, 'cause' | 'detail'>

/** What keeps a case from being booked, in words the office can act on. */
class Unbookable extends Error {
  constructor(caseId: string, readonly why: Why) {
    super(`case ${caseId} cannot be booked: ${why.cause} ${why.detail}`)
  }
}

type DueCase = Pick<CaseDocument, '_id' | 'townId' | 'number' | 'filedAt'>

/**
 * 入账: cases that may owe an entry, and those whose deadline has passed. The entry, the case's own record and the notice stand or fall together. A case that cannot be
 * booked holds up no other; the office reads which it is and why, until it can.
 */
export const bookCases: Job = async (services) => {
  const { store, now } = services
  const known = new Map((await store.find('unbookableCases', { where: { since: { lte: now } }, orderBy: [['since', 'asc']], limit: PAGE_MAX })).map((each) => [each._id, each]))
  await forgetMended(services, [...known.keys()])
  const due = (limit: number) => store.find('cases', { where: { bookAt: { lt: now } }, orderBy: [['bookAt', 'asc']], limit, fields: ['townId', 'number', 'filedAt'] })
  const alone = async ({ _id, townId, number }: DueCase, booking: () => Promise<void>) => {
    const earlier = known.get(_id)
    try {
      await booking()
    } catch (error) {
      const why = whyOf(error, now)
      if (why && (earlier?.cause !== why.cause || earlier.detail !== why.detail)) await store.set('unbookableCases', { _id, townId, number: registerNumber({ _id, number }), ...why, since: earlier?.since ?? now })
      throw error
    }
    if (earlier) await store.remove('unbookableCases', _id)
  }
  const book = async (lot: readonly DueCase[]): Promise<LotOutcome> => {
    const unnumbered = await numberLot(services, lot)
    // What could not be booked before is tried by itself, so that the others need not be tried twice.
    const [sound, doubtful] = [lot.filter(({ _id }) => !known.has(_id) && !unnumbered.has(_id)), lot.filter(({ _id }) => known.has(_id) && !unnumbered.has(_id))]
    const outcomes: LotOutcome[] = [{ done: 0, failures: [...unnumbered.values()] }, await bookLot(services, sound, bookCase(services), alone)]
    for (const each of doubtful) outcomes.push(await bookLot(services, [each], bookCase(services), alone))
    return { done: outcomes.reduce((sum, { done }) => sum + done, 0), failures: outcomes.flatMap(({ failures }) => failures) }
  }
  return eachLot(services, due, book, { size: BOOKED_TOGETHER })
}

/** 案卷编号 of those that were filed by a function that was killed then. Returns what kept a case from it: it is not booked either, and so is looked at again. */
async function numberLot({ store }: Services, lot: readonly DueCase[]): Promise<ReadonlyMap<string, Failure>> {
  const failures = new Map<string, Failure>()
  for (const item of lot)
    if (item.number === null && item.filedAt !== null) await takeNumbers(store, { townId: item.townId, filedAt: item.filedAt }, [item._id]).catch((error: unknown) => void failures.set(item._id, { item, error }))
  return failures
}

/** Those that owe nothing at present any more: an extension may have moved the deadline, or a beat was killed before it noted what it had booked. */
async function forgetMended({ store, now }: Services, caseIds: readonly string[]): Promise<void> {
  for (const some of lotsOf(IN_MAX, caseIds)) {
    const due = new Set((await store.find('cases', { where: { _id: { in: some }, bookAt: { lt: now } }, limit: IN_MAX, fields: ['townId'] })).map(({ _id }) => _id))
    for (const _id of some) if (!due.has(_id)) await store.remove('unbookableCases', _id)
  }
}

/** Null: too many at once, which passes by itself. */
function whyOf(error: unknown, now: number): Why | null {
  if (error instanceof Conflict) return null
  if (error instanceof Unbookable) return error.why
  return error instanceof NoCalendar ? { cause: 'calendarMissing', detail: String(yearOf(now)) } : { cause: 'broken', detail: '' }
}

const bookCase =
  ({ loadRules, estateOf, now }: Services) =>
  async (transaction: StoreTransaction, ledger: Ledger, { _id: caseId, townId }: DueCase): Promise<void> => {
    const rules = await loadRules(townId, now)
    const document = await transaction.get('cases', caseId)
    if (!document || document.bookAt === null || document.bookAt >= now) return
    const case_ = caseFromEvents(document.events)
    const { editionOf, calendarOf } = rules
    const [made, judged] = [entriesOfCase({ id: caseId, townId: document.townId, case_ }, rules, now), missedDeadlines(case_, calendarOf, now)]
    if (!judged.ok) throw new Unbookable(caseId, { cause: 'calendarMissing', detail: String(judged.year) })
    if (!made.ok) throw new Unbookable(caseId, made.code === 'RULE_UNDECIDED' ? { cause: 'ruleUndecided', detail: made.rule } : { cause: 'calendarMissing', detail: String(made.year) })

    const unrecorded = judged.missed.filter(({ run }) => case_.runs[run]!.overdueRecordedAt === null)
    const told = withEvents(document, unrecorded.map(({ run, dueAt }) => ({ type: 'overdueRecorded', at: now, by: { role: 'clock', person: 'clock' }, run, dueAt })), calendarOf)
    if (!told?.ok) throw new Error(`case ${caseId} does not take its overdue record`)
    // What the deadline has overtaken is foretold no more. Of a rework it is another deadline than the one that was missed.
    const remindedUntil = document.dueAt !== null && document.dueAt < now ? now : document.remindedUntil
    const added = await ledger.append(made.entries)
    await transaction.set('cases', caseDocument({ ...told.document, remindedUntil, bookedEvents: told.document.events.length }, told.document.events, calendarOf))

    const edition = editionOf(case_.editionId)
    const facts = await noticeFactsOf(estateOf, told.document, case_, edition)
    const isHazard = categoryByCode(edition, case_.categoryCode ?? '')?.hazardous === true
    const announced = { townId: document.townId, caseId, at: now }
    for (const { estateId, dueAt } of unrecorded)
      await transaction.set('announcements', toManagers({ ...announced, estateId, facts: { ...facts, dueAt }, kind: 'caseOverdue', cause: `${caseId}:${estateId}:${dueAt}`, inWorkingTime: !isHazard }))
    for (const { _id, estateId, rule, points, note } of added)
      if (rule !== 'overdue') await transaction.set('announcements', toManagers({ ...announced, estateId, kind: 'scoreEntry', cause: _id, facts: { ...facts, reason: `${note}，${points / 100} 分` }, inWorkingTime: true }))
  }

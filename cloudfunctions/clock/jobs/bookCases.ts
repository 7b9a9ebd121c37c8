import { caseFromEvents } from '../../../domain/case/caseState'
import type { CaseEvent } from '../../../domain/case/events'
import { missedDeadline } from '../../../domain/case/handling'
import { entriesOfCase } from '../../../domain/ledger/caseEntries'
import { categoryByCode } from '../../../domain/rulebook/categoryByCode'
import { caseDocument, withEvents } from '../../../store/caseDocument'
import { noticeFactsIn } from '../../../store/caseFacts'
import { noticeDocument } from '../../../store/notices'
import { managersOf, staffOf } from '../../../store/people'
import type { Rules } from '../../../store/rules'
import type { PersonDocument } from '../../../types/documents/people'
import { eachDue } from '../eachDue'
import { BATCH, type Job, type Services } from '../job'
import { appendEntries } from './appendEntries'

/** 入账: cases that may owe an entry, and those whose deadline has passed. The entry, the case's own record and the notice stand or fall together. */
export const bookCases: Job = async (services) => {
  const { store, loadRules, now } = services
  const staff = new Map<string, readonly PersonDocument[]>()
  const due = (skip: number) => store.find('cases', { where: { bookAt: { lt: now } }, orderBy: [['bookAt', 'asc']], skip, limit: BATCH })
  return eachDue(due, async ({ _id, townId }) => {
    if (!staff.has(townId)) staff.set(townId, await staffOf(store, townId))
    await bookCase(services, _id, await loadRules(townId, now), staff.get(townId) ?? [])
  })
}

async function bookCase({ store, now, hash }: Services, caseId: string, rules: Rules, staff: readonly PersonDocument[]): Promise<void> {
  await store.transaction(async (transaction) => {
    const document = await transaction.get('cases', caseId)
    if (!document || document.bookAt === null || document.bookAt >= now) return
    const case_ = caseFromEvents(document.events)
    const edition = rules.editionOf(case_.editionId)
    const [made, missed] = [entriesOfCase({ id: caseId, townId: document.townId, case_ }, edition, rules.calendar, now), missedDeadline(case_, rules.calendar, now)]
    if (!made.ok || !missed.ok) throw new Error(`case ${caseId} cannot be booked: ${JSON.stringify({ made, missed })}`)

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

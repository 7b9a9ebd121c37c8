import { caseFromEvents, type CaseState } from '../../../domain/case/caseState'
import { isFollowUpOver, silentReports } from '../../../domain/case/followUp'
import { caseDocument } from '../../../store/caseDocument'
import { noticeFactsIn } from '../../../store/caseFacts'
import { noticeDocument } from '../../../store/notices'
import type { StoreTransaction } from '../../../store/store'
import { eachDue } from '../eachDue'
import { BATCH, type Job } from '../job'

/** 再次回访: who has said nothing about an answer is asked once more, and never again about it. Silence stays silence. */
export const askAgain: Job = async ({ store, loadRules, now }) => {
  const due = (skip: number) => store.find('cases', { where: { askAt: { lte: now } }, orderBy: [['askAt', 'asc']], skip, limit: BATCH })
  return eachDue(due, async ({ _id, townId }) => {
    const rules = await loadRules(townId, now)
    await store.transaction(async (transaction) => {
      const document = await transaction.get('cases', _id)
      if (!document || document.askAt === null || document.askAt > now) return
      const asked = caseDocument({ ...document, askedUntil: now }, document.events, rules.calendar)
      if (!asked.ok) throw new Error(`the calendar of ${asked.year} is missing`)
      await transaction.set('cases', asked.document)
      const case_ = caseFromEvents(document.events)
      if (isFollowUpOver(case_, now)) return
      const facts = await noticeFactsIn(transaction, document, case_, rules.editionOf(case_.editionId))
      const answers = document.events.filter(({ type }) => type === 'answered').length
      // Nobody is woken at night by a question that has waited a week.
      for (const personId of await silentPeople(transaction, case_))
        await transaction.set('notices', noticeDocument({ townId, personId, kind: 'reportAskedAgain', cause: `${_id}:${answers}:followUp:2`, caseId: _id, facts, now, inWorkingTime: true }, rules.calendar))
    })
  })
}

/** A person may have reported the same case twice: one word speaks for both. */
async function silentPeople(transaction: StoreTransaction, case_: CaseState): Promise<ReadonlySet<string>> {
  const silent = new Set(silentReports(case_).map(({ reportId }) => reportId))
  const people = new Set<string>()
  const spoken = new Set<string>()
  for (const { reportId } of case_.reports) {
    const report = await transaction.get('reports', reportId)
    if (report?.personId) (silent.has(reportId) ? people : spoken).add(report.personId)
  }
  return new Set([...people].filter((personId) => !spoken.has(personId)))
}

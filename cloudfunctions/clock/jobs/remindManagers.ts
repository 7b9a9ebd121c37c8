import { caseFromEvents } from '../../../domain/case/caseState'
import { currentRun } from '../../../domain/case/handling'
import { workingMsLeft } from '../../../domain/time/reminder'
import { caseDocument } from '../../../store/caseDocument'
import { noticeFactsOf } from '../../../store/caseFacts'
import { noticeDocument } from '../../../store/notices'
import { managersOf } from '../../../store/people'
import { eachDue } from '../eachDue'
import type { Job } from '../job'

/** 时限提醒 at half and a fifth of the working time left. A clock that slept tells only the newer of the two, and none that the deadline has overtaken. */
export const remindManagers: Job = (services) => {
  const { store, loadRules, staffOf, estateOf, now } = services
  const due = (limit: number) => store.find('cases', { where: { remindAt: { lte: now } }, orderBy: [['remindAt', 'asc']], limit, fields: ['townId'] })
  return eachDue(services, due, async ({ _id, townId }) => {
    const [rules, staff] = await Promise.all([loadRules(townId, now), staffOf(townId)])
    await store.transaction(async (transaction) => {
      const document = await transaction.get('cases', _id)
      if (!document || document.remindAt === null || document.remindAt > now) return
      await transaction.set('cases', caseDocument({ ...document, remindedUntil: now }, document.events, rules.calendarOf))
      if (document.dueAt === null || document.dueAt < now) return
      const kind = document.fifthAt !== null && document.fifthAt <= now ? 'caseFifth' : 'caseHalf'
      const case_ = caseFromEvents(document.events)
      const left = workingMsLeft(rules.calendarOf(currentRun(case_)!), now, document.dueAt)
      const facts = { ...(await noticeFactsOf(estateOf, document, case_, rules.editionOf(case_.editionId))), leftMs: left.ok ? left.ms : 0 }
      for (const { _id: personId } of managersOf(staff, document.estateId))
        await transaction.set('notices', noticeDocument({ townId, personId, kind, cause: `${_id}:${case_.runs.length}:${document.dueAt}`, caseId: _id, facts, now, inWorkingTime: true }, rules.calendar))
    })
  })
}

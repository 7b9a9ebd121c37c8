import { caseFromEvents } from '../../../domain/case/caseState'
import { isFollowUpOver } from '../../../domain/case/followUp'
import { caseDocument } from '../../../store/caseDocument'
import { noticeFactsOf, reportCount } from '../../../store/caseFacts'
import { toReporters } from '../../../store/notices'
import { eachDue } from '../eachDue'
import type { Job } from '../job'

/** 再次回访: who has said nothing about an answer is asked once more, and never again about it. Silence stays silence. */
export const askAgain: Job = (services) => {
  const { store, loadRules, estateOf, now } = services
  const due = (limit: number) => store.find('cases', { where: { askAt: { lte: now } }, orderBy: [['askAt', 'asc']], limit, fields: ['townId'] })
  return eachDue(services, due, async ({ _id, townId }) => {
    const rules = await loadRules(townId, now)
    await store.transaction(async (transaction) => {
      const document = await transaction.get('cases', _id)
      if (!document || document.askAt === null || document.askAt > now) return
      await transaction.set('cases', caseDocument({ ...document, askedUntil: now }, document.events, rules.calendarOf))
      const case_ = caseFromEvents(document.events)
      if (isFollowUpOver(case_, now) || reportCount(document) === 0) return
      const facts = await noticeFactsOf(estateOf, document, case_, rules.editionOf(case_.editionId))
      // Nobody is woken at night by a question that has waited a week.
      await transaction.set('announcements', toReporters({ townId, caseId: _id, kind: 'reportAskedAgain', cause: `${_id}:${case_.answers}:followUp:2`, facts, at: now, inWorkingTime: true, except: null, silentAbout: case_.answers }))
    })
  })
}

import { caughtUp } from '../../../store/caseDocument'
import { eachDue } from '../eachDue'
import type { Job } from '../job'

/** 挂账到期: a suspension that has come to its date ends by itself, dated by that date. */
export const resumeCases: Job = (services) => {
  const { store, loadRules, now } = services
  const due = (limit: number) => store.find('cases', { where: { resumeAt: { lte: now } }, orderBy: [['resumeAt', 'asc']], limit, fields: ['townId'] })
  return eachDue(services, due, async ({ _id, townId }) => {
    const { calendarOf } = await loadRules(townId, now)
    await store.transaction(async (transaction) => {
      const document = await transaction.get('cases', _id)
      if (!document || document.resumeAt === null || document.resumeAt > now) return
      await transaction.set('cases', caughtUp(document, calendarOf, now))
    })
  })
}

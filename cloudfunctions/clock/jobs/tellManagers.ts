import { dueAnnouncements, noticeDocument } from '../../../store/notices'
import { receiversOf } from '../../../store/people'
import { eachDue } from '../eachDue'
import type { Job } from '../job'

/** 告知物业: announcements become notices, one for each manager of the estate. A clock that was killed in between goes over it again: what was written is left as it is, sent or not. */
export const tellManagers: Job = (services) => {
  const { store, loadRules, staffOf, now } = services
  const due = (limit: number) => dueAnnouncements(store, 'managers', now, limit)
  return eachDue(services, due, async ({ _id, townId, estateId, kind, cause, caseId, facts, at, inWorkingTime }) => {
    const [{ calendar }, staff] = await Promise.all([loadRules(townId, now), staffOf(townId)])
    const receivers = receiversOf(staff, estateId, kind)
    await Promise.all(receivers.people.map(({ _id: personId }) => store.add('notices', noticeDocument({ townId, personId, kind: receivers.kind, cause, caseId, facts, now: at, inWorkingTime }, calendar))))
    await store.remove('announcements', _id)
  })
}

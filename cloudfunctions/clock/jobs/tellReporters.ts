import { dueAnnouncements, noticeDocument } from '../../../store/notices'
import type { WorkingCalendar } from '../../../domain/time/calendar'
import type { ToReporters } from '../../../types/documents/notices'
import type { ReportDocument } from '../../../types/documents/cases'
import { eachDue } from '../eachDue'
import type { Job, Services } from '../job'

/** Reports in one transaction. */
const REPORTS_AT_ONCE = 20

/**
 * 告知反映人: announcements become notices, one for each person who reported the case or joined, in the order of their reports' ids. How far it has come is written with
 * the notices, so that a clock that was killed, or had no time, goes on there.
 */
export const tellReporters: Job = async (services) => {
  const { store, loadRules, hasTime, now } = services
  let isCutShort = false
  const due = (limit: number) => dueAnnouncements(store, 'reporters', now, limit)
  const outcome = await eachDue(services, due, async (announcement) => {
    const { calendar } = await loadRules(announcement.townId, now)
    let after: string | null = announcement.after
    do after = await tellSome(services, calendar, { ...announcement, after })
    while (after !== null && hasTime())
    isCutShort ||= after !== null
  })
  return { ...outcome, more: outcome.more || isCutShort }
}

/** The next few of them. Returns up to which report it has come; null: that was all. */
async function tellSome({ store }: Services, calendar: WorkingCalendar, announcement: ToReporters): Promise<string | null> {
  const { _id, caseId, after } = announcement
  const reports = await store.find('reports', { where: { caseId, _id: { gt: after } }, orderBy: [['_id', 'asc']], limit: REPORTS_AT_ONCE })
  const left = await leftInPeace(store, announcement, reports)
  const last = reports.length < REPORTS_AT_ONCE ? null : reports[reports.length - 1]!._id
  await store.transaction(async (transaction) => {
    const now = await transaction.get('announcements', _id)
    // Another beat was here meanwhile.
    if (now?.audience !== 'reporters' || now.after !== after) return
    for (const { _id: reportId, at } of reports) {
      const personId = (await transaction.get('reports', reportId))?.personId
      if (!personId || left.has(personId) || at > announcement.at) continue
      const notice = noticeOf(announcement, personId, calendar)
      // Who reported twice is told once; what was told already may be sent or read.
      if (!(await transaction.get('notices', notice._id))) await transaction.set('notices', notice)
    }
    if (last === null) await transaction.remove('announcements', _id)
    else await transaction.set('announcements', { ...now, after: last })
  })
  return last
}

const noticeOf = ({ townId, caseId, kind, cause, facts, at, inWorkingTime }: ToReporters, personId: string, calendar: WorkingCalendar) =>
  noticeDocument({ townId, personId, kind, cause, caseId, facts, now: at, inWorkingTime }, calendar)

/** Who has just said it, and, of what only the silent are asked, who has spoken: a person may have reported the case twice, and one word speaks for both. */
async function leftInPeace(store: Services['store'], { caseId, except, silentAbout }: ToReporters, reports: readonly ReportDocument[]): Promise<ReadonlySet<string>> {
  const personIds = reports.flatMap(({ personId }) => personId ?? [])
  const speaker = except === null ? null : await store.get('reports', except)
  const spoken = silentAbout === null || personIds.length === 0 ? [] : (await store.find('reports', { where: { caseId, personId: { in: personIds } }, limit: 1000 })).filter(({ word }) => word?.answer === silentAbout)
  return new Set([speaker, ...spoken].flatMap((report) => report?.personId ?? []))
}

import { foldedFields } from '../../../domain/notice/compose'
import { MINUTE_MS } from '../../../domain/time/beijing'
import { PAGE_MAX, type Filter } from '../../../store/database'
import { URGENT_FIRST } from '../../../store/notices'
import type { TemplateKey, Urgency } from '../../../types/codes'
import type { NoticeDocument, QuotaDocument } from '../../../types/documents/notices'
import type { PersonDocument } from '../../../types/documents/people'
import { eachDue } from '../eachDue'
import { together, type Job, type Services } from '../job'

/** Waits before the next try, in minutes; after the last one the notice is a dead letter that the office can see. */
const RETRY_MINUTES = [1, 5, 15, 60, 240]
/** So long a beat has a notice to itself. One that dies in the midst of it leaves it to be tried again then. */
const CLAIM_MS = MINUTE_MS
/** WeChat: the person has refused, or no accepted message is left. */
const NO_QUOTA = 43101
/** Notices found at once: what is found of one person goes out in one message. */
const FOUND_AT_ONCE = 200
/** The most that are removed of somebody who is gone. */
const REMOVED_MAX = 1000

/** 发送 what has a deadline or is dangerous, before everything else. */
export const sendUrgentNotices: Job = (services) => sendAll(services, 'urgent')

/** 发送 the rest: tasks, and then what tells residents how far their reports have come. */
export const sendNotices: Job = async (services) => {
  const tasks = await sendAll(services, 'task')
  if (tasks.more) return tasks
  const progress = await sendAll(services, 'progress')
  return together([tasks, progress])
}

/**
 * What waits and may go out now, the oldest first, folded to one message per person and template: however much it is, and also what is less urgent. Two beats at once send it once; a beat
 * that was killed between sending and noting it sends it again, for WeChat has no way to ask. The inbox has it in any case.
 */
function sendAll(services: Services, urgency: Urgency) {
  const { store, now } = services
  const due = (limit: number) => store.find('notices', { where: { state: 'waiting', urgency, tryAt: { lte: now } }, orderBy: [['tryAt', 'asc']], limit, fields: ['townId', 'personId', 'template'] })
  const send = new Map<string, Promise<void>>()
  return eachDue(services, due, (notice) => {
    const group = groupOf(notice)
    const sent = send.get(group.quotaId) ?? sendGroup(services, group)
    send.set(group.quotaId, sent)
    return sent
  }, FOUND_AT_ONCE)
}

type Group = { readonly personId: string; readonly quotaId: string; readonly waiting: Filter }
const groupOf = ({ personId, template }: Pick<NoticeDocument, 'personId' | 'template'>): Group => ({ personId, quotaId: `${personId}:${template}`, waiting: { personId, state: 'waiting', template } })

async function sendGroup(services: Services, group: Group): Promise<void> {
  const { store, beatId, now } = services
  const [person, quota] = await Promise.all([store.get('people', group.personId), store.get('quotas', group.quotaId)])
  const due: Filter = { ...group.waiting, tryAt: { lte: now } }
  // Written while the person's data was being deleted: nobody will read it.
  if (!person) return forget(services, due)
  if (!quota || quota.accepted <= quota.used) return void (await store.update('notices', due, { set: { state: 'unreachable', lastError: 'no accepted message left' } }))
  // Of two beats at once one has it: the other finds nothing that is due.
  const count = await store.update('notices', due, { set: { tryAt: now + CLAIM_MS, claim: beatId } })
  const claimed: Filter = { ...group.waiting, claim: beatId }
  const notices = await store.find('notices', { where: claimed, orderBy: [URGENT_FIRST, ['createdAt', 'desc']], limit: PAGE_MAX })
  if (notices[0]) await sendMessage(services, { person, quotaId: group.quotaId, claimed, template: notices[0].template, notices, count })
}

type Message = { readonly person: PersonDocument; readonly quotaId: string; readonly claimed: Filter; readonly template: TemplateKey; readonly notices: readonly NoticeDocument[]; readonly count: number }

async function sendMessage(services: Services, { person, quotaId, claimed, template, notices, count }: Message): Promise<void> {
  const { store, now } = services
  // Only what still waits is settled: what another one has sent meanwhile stays so.
  const settle = (change: Partial<Pick<NoticeDocument, 'state' | 'tryAt' | 'attempts' | 'lastError'>>) => store.update('notices', claimed, { set: { ...change, claim: null } })
  try {
    await services.send(person.openid, template, pageOf(notices), foldedFields(template, notices.map((notice) => ({ ...notice, urgent: notice.urgency === 'urgent' })), Math.max(count, notices.length)))
  } catch (error) {
    const { errCode, errMsg, message } = error as { errCode?: number; errMsg?: string; message?: string }
    const lastError = errMsg ?? message ?? 'unknown'
    if (errCode === NO_QUOTA) {
      await emptyQuota(services, quotaId)
      return void (await settle({ state: 'unreachable', lastError }))
    }
    const attempts = Math.min(...notices.map((notice) => notice.attempts)) + 1
    const wait = RETRY_MINUTES[attempts - 1]
    return void (await settle(wait === undefined ? { state: 'dead', attempts, lastError } : { attempts, tryAt: now + wait * MINUTE_MS, lastError }))
  }
  await store.update('quotas', { _id: quotaId }, { counts: { used: 1 } })
  await settle({ state: 'sent', lastError: null })
}

/** One case, or what there is of several. */
const pageOf = ([notice, ...others]: readonly NoticeDocument[]): string => (notice?.caseId && others.every(({ caseId }) => caseId === notice.caseId) ? `pages/case/index?id=${notice.caseId}` : 'pages/inbox/index')

/** Our count was too high: WeChat knows better. What it refused is spent. */
const emptyQuota = ({ store }: Services, quotaId: string): Promise<void> =>
  store.transaction(async (transaction) => {
    const known: QuotaDocument | null = await transaction.get('quotas', quotaId)
    if (known) await transaction.set('quotas', { ...known, used: known.accepted })
  })

async function forget({ store }: Services, where: Filter): Promise<void> {
  for (const { _id } of await store.find('notices', { where, limit: REMOVED_MAX, fields: ['_id'] })) await store.remove('notices', _id)
}

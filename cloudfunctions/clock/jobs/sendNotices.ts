import { templateFields } from '../../../domain/notice/compose'
import { MINUTE_MS } from '../../../domain/time/beijing'
import type { NoticeDocument, QuotaDocument } from '../../../types/documents/notices'
import { BATCH, type Job, type Services } from '../job'

/** Waits before the next try, in minutes; after the last one the notice is a dead letter that the office can see. */
const RETRY_MINUTES = [1, 5, 15, 60, 240]
/** So long a beat has a notice to itself. One that dies in the midst of it leaves it to be tried again then. */
const CLAIM_MS = MINUTE_MS
/** WeChat: the person has refused, or no accepted message is left. */
const NO_QUOTA = 43101

/**
 * 发送: what waits and may go out now, folded to one message per person and template. Two beats at once send it once; a beat that was killed between sending and noting it sends it again, for
 * WeChat has no way to ask. The inbox has it in any case.
 */
export const sendNotices: Job = async (services) => {
  const { store, now } = services
  const due = await store.find('notices', { where: { state: 'waiting', tryAt: { lte: now } }, orderBy: [['tryAt', 'asc']], limit: BATCH })
  const groups = new Map<string, NoticeDocument[]>()
  for (const notice of due) groups.set(`${notice.personId}:${notice.template}`, [...(groups.get(`${notice.personId}:${notice.template}`) ?? []), notice])
  for (const [quotaId, notices] of groups) {
    const claimed = await claim(services, notices)
    if (claimed.length > 0) await sendGroup(services, quotaId, claimed)
  }
  return due.length
}

/** Those that nobody else has taken meanwhile, with the time of the next try moved beyond this one. */
const claim = ({ store, now }: Services, notices: readonly NoticeDocument[]): Promise<readonly NoticeDocument[]> =>
  store.transaction(async (transaction) => {
    const claimed: NoticeDocument[] = []
    for (const { _id } of notices) {
      const notice = await transaction.get('notices', _id)
      if (notice?.state !== 'waiting' || notice.tryAt > now) continue
      await transaction.set('notices', { ...notice, tryAt: now + CLAIM_MS })
      claimed.push(notice)
    }
    return claimed
  })

async function sendGroup(services: Services, quotaId: string, notices: readonly NoticeDocument[]): Promise<void> {
  const { store, now } = services
  const newest = notices[notices.length - 1]!
  const settle = (change: Partial<NoticeDocument>) => settleAll(services, notices, change)
  const [person, quota] = [await store.get('people', newest.personId), await store.get('quotas', quotaId)]
  // Written while the person's data was being deleted: nobody will read it.
  if (!person) return forget(services, notices)
  if (!quota || quota.accepted <= quota.used) return settle({ state: 'unreachable', lastError: 'no accepted message left' })

  try {
    await services.send(person.openid, newest.template, newest.caseId ? `pages/case/index?id=${newest.caseId}` : 'pages/inbox/index', templateFields(newest.template, { ...newest, count: notices.length }))
    await spend(services, quotaId, (known) => known.used + 1)
    await settle({ state: 'sent', lastError: null })
  } catch (error) {
    const { errCode, errMsg, message } = error as { errCode?: number; errMsg?: string; message?: string }
    const lastError = errMsg ?? message ?? 'unknown'
    if (errCode === NO_QUOTA) {
      // Our count was too high: WeChat knows better. What it refused is spent.
      await spend(services, quotaId, (known) => known.accepted)
      return settle({ state: 'unreachable', lastError })
    }
    const attempts = newest.attempts + 1
    const wait = RETRY_MINUTES[attempts - 1]
    await settle(wait === undefined ? { state: 'dead', attempts, lastError } : { attempts, tryAt: now + wait * MINUTE_MS, lastError })
  }
}

const spend = ({ store }: Services, quotaId: string, used: (known: QuotaDocument) => number): Promise<void> =>
  store.transaction(async (transaction) => {
    const known = await transaction.get('quotas', quotaId)
    if (known) await transaction.set('quotas', { ...known, used: used(known) })
  })

async function forget({ store }: Services, notices: readonly NoticeDocument[]): Promise<void> {
  for (const { _id } of notices) await store.remove('notices', _id)
}

/** Only what still waits is settled: the person may have read it meanwhile, and that stays. The claim ends with it. */
async function settleAll({ store }: Services, notices: readonly NoticeDocument[], change: Partial<NoticeDocument>): Promise<void> {
  for (const { _id, tryAt } of notices)
    await store.transaction(async (transaction) => {
      const notice = await transaction.get('notices', _id)
      if (notice?.state === 'waiting') await transaction.set('notices', { ...notice, tryAt, ...change })
    })
}

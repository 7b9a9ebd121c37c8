import { PAGE_MAX } from '../../../../store/database'
import { refuse } from '../../../../types/api/refusal'
import { quotaId } from '../../../../store/quotas'
import { TEMPLATE_KEYS } from '../../../../types/codes'
import { reply, type Handler } from '../../context'
import { actInOwnName } from '../../ownName'

const PAGE = 20

/** 消息. */
export const listNotices: Handler<'listNotices'> = async ({ cursor }, { store, personId }) => {
  const [{ items, next }, unread] = await Promise.all([
    store.page('notices', { where: { personId }, orderBy: [['createdAt', 'desc']] }, PAGE, cursor),
    store.count('notices', { personId, readAt: null }),
  ])
  return reply({
    notices: items.map(({ _id, kind, caseId, subject, text, createdAt, readAt, state }) => ({ id: _id, kind, caseId, subject, text, createdAt, read: readAt !== null, told: state })),
    unread, nextCursor: next,
  })
}

export const markRead: Handler<'markRead'> = async ({ noticeIds }, { store, personId, now }) => {
  const ids = [...new Set(noticeIds)]
  // All are looked at before one is written: a request that is refused leaves nothing behind.
  const known = await store.find('notices', { where: { _id: { in: ids }, personId }, limit: PAGE_MAX, fields: ['personId'] })
  if (known.length < ids.length) return refuse('NOT_FOUND')
  for (const id of ids)
    await store.transaction(async (transaction) => {
      const notice = await transaction.get('notices', id)
      if (notice?.readAt === null) await transaction.set('notices', { ...notice, readAt: now })
    })
  return reply({})
}

/** 消息额度: WeChat tells nobody how many messages are left, so every accept is written down. */
export const addQuota: Handler<'addQuota'> = async ({ accepted }, call) => {
  const { store, personId, townId } = call
  return store.transaction(async (transaction) => {
    const refused = await actInOwnName(call, transaction)
    if (refused) return refused
    for (const template of new Set(accepted)) {
      const _id = quotaId(personId, template)
      const quota = (await transaction.get('quotas', _id)) ?? { _id, townId, personId, template, accepted: 0, used: 0 }
      await transaction.set('quotas', { ...quota, accepted: quota.accepted + accepted.filter((each) => each === template).length })
    }
    return reply({})
  })
}

export const readQuotas: Handler<'readQuotas'> = async (_, { store, personId }) => {
  const quotas = await store.find('quotas', { where: { _id: { in: TEMPLATE_KEYS.map((template) => quotaId(personId, template)) } }, limit: TEMPLATE_KEYS.length })
  const none = Object.fromEntries(TEMPLATE_KEYS.map((template) => [template, 0]))
  return reply({ left: { ...none, ...Object.fromEntries(quotas.map(({ template, accepted, used }) => [template, accepted - used])) } })
}

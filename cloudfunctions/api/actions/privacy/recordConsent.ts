import { reply, type Call, type Handler } from '../../context'
import { actInOwnName } from '../../ownName'

/** So many changes of mind are kept as proof. */
const SAID_MAX = 20

/** 授权, also of somebody who belongs nowhere yet. */
export const recordConsent: Handler<'recordConsent', Call> = ({ kind, version, given }, call) =>
  call.store.transaction(async (transaction) => {
    const { personId, now } = call
    const _id = `${personId}:${kind}`
    const said = (await transaction.get('consents', _id))?.said ?? []
    const last = said[said.length - 1]
    if (last?.version === version && last.given === given) return reply({})
    const refused = await actInOwnName(call, transaction)
    if (refused) return refused
    await transaction.set('consents', { _id, personId, kind, said: [...said, { version, given, at: now }].slice(-SAID_MAX) })
    return reply({})
  })

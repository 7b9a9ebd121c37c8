import { DESK_KINDS } from '../../../../domain/case/desk'
import { TEMPLATE_KEYS } from '../../../../types/codes'
import { quotaId } from '../../../../store/quotas'
import { staffOf } from '../../../../store/people'
import type { QuotaDocument } from '../../../../types/documents/notices'
import { managedBy } from '../../access/scope'
import { lotsOf } from '../../../../store/lotsOf'
import { reply, type Handler, type TownCall } from '../../context'
import { belongsTo, estatesOf } from '../estates'
import { clockHealth, messageBacklog } from './clockHealth'
import { shownUnbookable, unbookableCases } from './unbookable'
import { IN_MAX } from '../../../../store/database'

export const readDesk: Handler<'readDesk'> = async (_, call) => {
  const { store, townId, now } = call
  const [waiting, heartbeat, backlog, { unmanaged, unreachable }, photosToDecide, unbookable] = await Promise.all([
    waitingCases(call),
    store.get('heartbeats', 'clock'),
    messageBacklog(store, townId, now),
    managersMissing(call),
    store.count('photoChecks', { townId, waitsForOffice: true }),
    unbookableCases(store, townId),
  ])
  return reply({
    waiting, clock: { ...clockHealth(heartbeat, townId, new Set(unbookable.map(({ _id }) => _id)), now), backlog }, unmanaged, unreachable, photosToDecide, unbookable: unbookable.map(shownUnbookable),
  })
}

/** 待办 by kind: one query finds the cases of all kinds, for some are of several. 回避: what waits for somebody else of the office, because the caller manages the estate, is not counted. */
async function waitingCases({ store, townId, person }: TownCall) {
  const cases = await store.findAll('cases', { where: { townId, desk: { in: DESK_KINDS } }, orderBy: [['createdAt', 'asc']], fields: ['estateId', 'desk'] })
  const managed = managedBy(person)
  return DESK_KINDS.map((kind) => {
    const ofKind = cases.filter(({ desk }) => desk.includes(kind))
    const count = ofKind.filter(({ estateId }) => !managed.includes(estateId)).length
    return { kind, count, oldestAt: ofKind[0]?.createdAt ?? null }
  })
}

/** All but that of a resident's own reports. */
const MANAGERS_TEMPLATES = TEMPLATE_KEYS.filter((template) => template !== 'caseProgress')

async function quotasOf(store: TownCall['store'], personIds: readonly string[]): Promise<readonly QuotaDocument[]> {
  const ids = [...new Set(personIds)].flatMap((personId) => MANAGERS_TEMPLATES.map((template) => quotaId(personId, template)))
  return (await Promise.all(lotsOf(IN_MAX, ids).map((lot) => store.find('quotas', { where: { _id: { in: lot } }, limit: IN_MAX })))).flat()
}

/** Estates of which nobody is told, and managers to whom WeChat would not deliver one more reminder: the office calls them before a deadline, not after. */
async function managersMissing(call: Parameters<typeof readDesk>[1]) {
  const [staff, estates] = await Promise.all([staffOf(call.store, call.townId), estatesOf(call)])
  const managers = staff.flatMap((person) => person.grants.flatMap((grant) => (grant.role === 'manager' ? [{ person, estateId: grant.estateId }] : [])))
  const quotas = await quotasOf(call.store, managers.map(({ person }) => person._id))
  const left = (personId: string) => MANAGERS_TEMPLATES.every((template) => quotas.some((quota) => quota.personId === personId && quota.template === template && quota.accepted > quota.used))
  return {
    unmanaged: [...estates.values()].filter((estate) => belongsTo(estate, call.townId, call.now) && !managers.some(({ estateId }) => estateId === estate._id)).map(({ _id: estateId, name }) => ({ estateId, name })),
    unreachable: managers.filter(({ person }) => !left(person._id)).map(({ person, estateId }) => ({ personId: person._id, name: person.name, estateName: estates.get(estateId)?.name ?? '' })),
  }
}

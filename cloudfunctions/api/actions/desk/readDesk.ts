import { monthOf } from '../../../../domain/time/beijing'
import { DESK_KINDS, TEMPLATE_KEYS } from '../../../../types/codes'
import type { Query } from '../../../../store/database'
import { staffOf } from '../../../../store/people'
import { managedBy } from '../../access/scope'
import { reply, type Handler, type TownCall } from '../../context'
import { WAITING } from '../case/listCases'
import { estatesOf } from '../estates'
import { ratingsOf } from '../news/ratings'
import { shownUnbookable, unbookableCases } from './unbookable'

/** The clock beats each minute; three missed beats are worth a word. */
const HEARTBEAT_MAX_MS = 3 * 60_000

export const readDesk: Handler<'readDesk'> = async (_, call) => {
  const { store, townId, now } = call
  const [waiting, beat, head, unreachable, ratings, estates, photosToDecide, unbookable] = await Promise.all([
    Promise.all(
      DESK_KINDS.map(async (kind) => {
        const where = { townId, ...WAITING[kind] }
        const [count, oldest] = await Promise.all([store.count('cases', where), store.find('cases', { where, orderBy: [['createdAt', 'asc']], limit: 1, fields: ['createdAt'] })])
        return { kind, count: count - (await ofOwnEstates(call, where)), oldestAt: oldest[0]?.createdAt ?? null }
      }),
    ),
    store.get('heartbeats', 'clock'),
    store.get('ledgerHeads', townId),
    unreachableManagers(call),
    ratingsOf(call, monthOf(now)),
    estatesOf(call),
    store.count('photoChecks', { townId, waitsForOffice: true }),
    unbookableCases(store, townId),
  ])
  return reply({
    waiting, clock: { lastRunAt: beat?.at ?? null, healthy: beat !== null && now - beat.at <= HEARTBEAT_MAX_MS }, unreachable, photosToDecide, unbookable: unbookable.map(shownUnbookable), ledger: { seq: head?.seq ?? 0 },
    ratings: [...ratings].map(([estateId, { sum, count }]) => ({ estateId, estateName: estates.get(estateId)?.name ?? '', sum, count })),
  })
}

/** 回避: what waits for somebody else of the office, because the caller manages the estate. */
async function ofOwnEstates({ store, person }: TownCall, where: Query['where']): Promise<number> {
  const managed = managedBy(person)
  return managed.length === 0 ? 0 : store.count('cases', { ...where, estateId: { in: managed } })
}

/** Managers to whom WeChat would not deliver one more reminder: the office calls them before a deadline, not after. */
async function unreachableManagers(call: Parameters<typeof readDesk>[1]) {
  const [staff, estates] = await Promise.all([staffOf(call.store, call.townId), estatesOf(call)])
  const managers = staff.flatMap((person) => person.grants.flatMap((grant) => (grant.role === 'manager' ? [{ person, estateId: grant.estateId }] : [])))
  const quotas = await call.store.findAll('quotas', { where: { townId: call.townId } })
  const left = (personId: string) => TEMPLATE_KEYS.filter((template) => template !== 'caseProgress').every((template) => quotas.some((quota) => quota.personId === personId && quota.template === template && quota.accepted > quota.used))
  return managers.filter(({ person }) => !left(person._id)).map(({ person, estateId }) => ({ personId: person._id, name: person.name, estateName: estates.get(estateId)?.name ?? '' }))
}

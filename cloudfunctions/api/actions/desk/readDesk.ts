import { DESK_KINDS, TEMPLATE_KEYS } from '../../../../types/codes'
import { fits } from '../../../../store/fits'
import { staffOf } from '../../../../store/people'
import { managedBy } from '../../access/scope'
import { reply, type Handler, type TownCall } from '../../context'
import { WAITING, WAITING_STATES } from '../case/listCases'
import { estatesOf } from '../estates'
import { clockHealth, messageBacklog } from './clockHealth'
import { shownUnbookable, unbookableCases } from './unbookable'

export const readDesk: Handler<'readDesk'> = async (_, call) => {
  const { store, townId, now } = call
  const [waiting, heartbeat, backlog, unreachable, photosToDecide, unbookable] = await Promise.all([
    waitingCases(call),
    store.get('heartbeats', 'clock'),
    messageBacklog(store, townId, now),
    unreachableManagers(call),
    store.count('photoChecks', { townId, waitsForOffice: true }),
    unbookableCases(store, townId),
  ])
  return reply({
    waiting, clock: { ...clockHealth(heartbeat, unbookable.length > 0 ? ['bookCases'] : [], now), backlog }, unreachable, photosToDecide, unbookable: unbookable.map(shownUnbookable),
  })
}

/** What the kinds of the desk are told apart by. */
const FIELDS = ['estateId', 'state', 'toVerify', 'waitsForOffice', 'proposedFindings', 'createdAt']

/** 待办 by kind: three queries find the cases of all kinds, for some are of several. 回避: what waits for somebody else of the office, because the caller manages the estate, is not counted. */
async function waitingCases({ store, townId, person }: TownCall) {
  const found = await Promise.all([{ state: { in: WAITING_STATES } }, WAITING.toDecide, WAITING.findings].map((where) => store.findAll('cases', { where: { townId, ...where }, fields: FIELDS })))
  const cases = [...new Map(found.flat().map((document) => [document._id, document])).values()]
  const managed = managedBy(person)
  return DESK_KINDS.map((kind) => {
    const ofKind = cases.filter((document) => fits(document, WAITING[kind]))
    const count = ofKind.filter(({ estateId }) => !managed.includes(estateId)).length
    return { kind, count, oldestAt: ofKind.reduce<number | null>((oldest, { createdAt }) => (oldest === null ? createdAt : Math.min(oldest, createdAt)), null) }
  })
}

/** Managers to whom WeChat would not deliver one more reminder: the office calls them before a deadline, not after. */
async function unreachableManagers(call: Parameters<typeof readDesk>[1]) {
  const [staff, estates] = await Promise.all([staffOf(call.store, call.townId), estatesOf(call)])
  const managers = staff.flatMap((person) => person.grants.flatMap((grant) => (grant.role === 'manager' ? [{ person, estateId: grant.estateId }] : [])))
  const quotas = await call.store.findAll('quotas', { where: { townId: call.townId } })
  const left = (personId: string) => TEMPLATE_KEYS.filter((template) => template !== 'caseProgress').every((template) => quotas.some((quota) => quota.personId === personId && quota.template === template && quota.accepted > quota.used))
  return managers.filter(({ person }) => !left(person._id)).map(({ person, estateId }) => ({ personId: person._id, name: person.name, estateName: estates.get(estateId)?.name ?? '' }))
}

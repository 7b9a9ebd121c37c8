import { staffOf } from '../../../../store/people'
import { managedBy } from '../../access/scope'
import { reply, type Handler } from '../../context'
import { estatesOf } from '../estates'

const PAGE = 20

/** 住户办理记录. */
export const listHouseholdActs: Handler<'listHouseholdActs'> = async ({ cursor }, call) => {
  const { store, townId } = call
  const managed = managedBy(call.person)
  const estates = await estatesOf(call)
  // 回避: the roster of an estate one manages is not for one's eyes.
  const others = managed.length > 0 && { estateId: { in: [...estates.keys()].filter((estateId) => !managed.includes(estateId)) } }
  const [found, staff] = await Promise.all([store.find('householdActs', { where: { townId, ...others }, orderBy: [['at', 'desc']], skip: cursor, limit: PAGE + 1 }), staffOf(store, townId)])
  return reply({
    acts: found.slice(0, PAGE).map(({ _id, kind, at, by, estateId, label, reason, members }) => ({ id: _id, kind, at, who: staff.find((person) => person._id === by)?.name ?? '', estateName: estates.get(estateId)?.name ?? '', label, reason, members })),
    nextCursor: found.length > PAGE ? cursor + PAGE : null,
  })
}

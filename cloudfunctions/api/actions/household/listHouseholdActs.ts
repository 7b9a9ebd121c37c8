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
  const others = [...estates.keys()].filter((estateId) => !managed.includes(estateId))
  const [{ items, next }, staff] = await Promise.all([store.page('householdActs', { where: { townId, estateId: { in: others } }, orderBy: [['at', 'desc']] }, PAGE, cursor), staffOf(store, townId)])
  return reply({
    acts: items.map(({ _id, kind, at, by, estateId, label, reason, members }) => ({ id: _id, kind, at, who: staff.find((person) => person._id === by)?.name ?? '', estateName: estates.get(estateId)?.name ?? '', label, reason, members })),
    nextCursor: next,
  })
}

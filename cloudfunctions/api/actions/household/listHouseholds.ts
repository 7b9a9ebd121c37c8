import { plainAddress } from '../../../../domain/household/address'
import { inBuilding } from '../../../../store/households'
import { refuse } from '../../../../types/api/refusal'
import { reply, type Handler } from '../../context'

const PAGE = 50

/** 住户名册. */
export const listHouseholds: Handler<'listHouseholds'> = async ({ estateId, building = '', room = '', cursor }, { store, townId }) => {
  if ((await store.get('estates', estateId))?.townId !== townId) return refuse('ESTATE_UNKNOWN')
  const wanted = plainAddress({ building, unit: '', room })
  const where = { ...inBuilding(estateId, wanted.building), ...(wanted.room && { room: wanted.room }) }
  const [{ items: page, next }, total] = await Promise.all([store.page('households', { where, orderBy: [['order', 'asc']] }, PAGE, cursor), store.count('households', where)])
  const slipIds = page.flatMap(({ slipId }) => (slipId === null ? [] : [slipId]))
  const slips = slipIds.length > 0 ? await store.find('householdCodes', { where: { _id: { in: slipIds } }, limit: PAGE }) : []
  return reply({
    households: page.map(({ _id, label, status, members, phoneHashes, slipId }) => {
      const slip = slips.find((code) => code._id === slipId)
      return { id: _id, label, status, members: members.length, phones: phoneHashes.length, slip: slip ? { issuedAt: slip.issuedAt, isSpent: slip.spentAt !== null } : null }
    }),
    total, nextCursor: next,
  })
}

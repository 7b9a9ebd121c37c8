import { plainAddress } from '../../../../domain/household/address'
import { PAGE_MAX } from '../../../../store/database'
import { refuse } from '../../../../types/api/refusal'
import type { HouseholdDocument } from '../../../../types/documents/households'
import { atATime, lotsOf } from '../../atATime'
import { reply, type Handler, type TownCall } from '../../context'
import { belongsTo } from '../estates'
import { drawSlip, slipOfRun } from './drawSlip'

const SLIPS_A_CALL = 50
const SLIPS_AT_A_TIME = 5

/**
 * 批量发码, by address. Asked again with the same key, the run goes on where it stood: what it drew is found by the run, and what it did not come to is
 * still without a slip.
 */
export const issueSlips: Handler<'issueSlips'> = async ({ key, estateId, building = '' }, call) => {
  const estate = await call.store.get('estates', estateId)
  if (!estate || !belongsTo(estate, call.townId)) return refuse('ESTATE_UNKNOWN')
  const where = { estateId, building: plainAddress({ building, unit: '', room: '' }).building }
  const run = `run${call.hash(`${call.personId}|${estateId}|${where.building}|${key}`).slice(0, 24)}`
  const drawn = await call.store.find('householdCodes', { where: { run }, limit: SLIPS_A_CALL })
  const households = await call.store.findAll('households', { where: { estateId, ...(where.building && { building: where.building }) }, orderBy: [['order', 'asc']], fields: ['status', 'members', 'slipId', 'label', 'order'] })
  const waiting = await withoutSlips(call, households)
  const next = waiting.slice(0, SLIPS_A_CALL - drawn.length)

  await atATime(SLIPS_AT_A_TIME, next, ({ _id }) => drawSlip(call, { householdId: _id, key, run }))
  const open = new Set((await call.store.find('householdCodes', { where: { run }, limit: SLIPS_A_CALL })).filter(({ spentAt, replacedAt }) => spentAt === null && replacedAt === null).map(({ householdId }) => householdId))
  const slips = households.filter(({ _id }) => open.has(_id)).map(({ _id: householdId, label }) => ({ householdId, label, code: slipOfRun(call, { householdId, key }) }))
  return reply({ estateName: estate.name, slips, left: waiting.length - next.length })
}

type Listed = Pick<HouseholdDocument, '_id' | 'status' | 'members' | 'slipId'>
/** 还没有码的: somebody may live there, nobody is bound, and there is no slip to bind with. */
async function withoutSlips({ store }: TownCall, households: readonly Listed[]): Promise<readonly Listed[]> {
  const empty = households.filter(({ status, members }) => status !== 'removed' && members.length === 0)
  const open = new Set<string>()
  for (const lot of lotsOf(PAGE_MAX, empty.flatMap(({ slipId }) => slipId ?? []))) {
    const slips = await store.find('householdCodes', { where: { _id: { in: lot } }, limit: PAGE_MAX, fields: ['spentAt'] })
    for (const { _id, spentAt } of slips) if (spentAt === null) open.add(_id)
  }
  return empty.filter(({ slipId }) => slipId === null || !open.has(slipId))
}

import { plainAddress } from '../../../../domain/household/address'
import { PAGE_MAX } from '../../../../store/database'
import { inBuilding } from '../../../../store/households'
import { refuse } from '../../../../types/api/refusal'
import type { HouseholdDocument } from '../../../../types/documents/households'
import { atATime } from '../../atATime'
import { lotsOf } from '../../../../store/lotsOf'
import { reply, type Handler, type TownCall } from '../../context'
import { belongsTo } from '../estates'
import { drawSlip, recordRun, runId } from './drawSlip'

const SLIPS_A_CALL = 50
const SLIPS_AT_A_TIME = 5

/** 批量发码, by address. Asked again with the same key, the run goes on where it stood: what it did not come to is still without a slip. */
export const issueSlips: Handler<'issueSlips'> = async ({ key, estateId, building: typed = '' }, call) => {
  const estate = await call.store.get('estates', estateId)
  if (!estate || !belongsTo(estate, call.townId, call.now)) return refuse('ESTATE_UNKNOWN')
  const { building } = plainAddress({ building: typed, unit: '', room: '' })
  const run = runId(call, estateId, building, key)
  const households = await call.store.findAll('households', { where: inBuilding(estateId, building), orderBy: [['order', 'asc']], fields: ['status', 'members', 'slipId', 'order'] })
  const waiting = await withoutSlips(call, households)
  const next = waiting.slice(0, SLIPS_A_CALL)

  // First, so that no slip is drawn that nobody could print; and where there is nobody to draw for, no run.
  if (next.length > 0) await call.store.transaction((transaction) => recordRun(call, transaction, { _id: run, estateId, building, householdId: null }))
  await atATime(SLIPS_AT_A_TIME, next, ({ _id }) => drawSlip(call, _id, run))
  return reply({ runId: run, drawn: await call.store.count('householdCodes', { run }), left: waiting.length - next.length })
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

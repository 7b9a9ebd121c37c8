import { addressOrder } from '../../../../domain/household/address'
import { asTold, rosterChange } from '../../../../domain/roster/changes'
import { householdDocument } from '../../../../store/households'
import { byHouseholdId, ROSTER_PAGE_ROWS } from '../../../../store/roster'
import type { StoreTransaction } from '../../../../store/store'
import type { RosterPageRow } from '../../../../types/documents/roster'
import { atATime } from '../../atATime'
import { lotsOf } from '../../../../store/lotsOf'
import type { TownCall } from '../../context'

/** So many households in a transaction, so many transactions at once: a page takes a few seconds of a function's twenty. */
const LOT = 20
const LOTS_AT_A_TIME = 5

/** Writes what changes, and reads first which that is: most rosters are imported for a few rows. */
export async function takeOver(call: TownCall, estateId: string, rows: readonly RosterPageRow[]): Promise<void> {
  const told = byHouseholdId(call.hash, estateId, rows)
  const found = await call.store.find('households', { where: { _id: { in: [...told.keys()] } }, limit: ROSTER_PAGE_ROWS, fields: ['status', 'phoneHashes', 'order'] })
  const before = new Map(found.map((household) => [household._id, household]))
  const due = [...told].filter(([id, row]) => rosterChange(before.get(id) ?? null, { ...row, order: addressOrder(row) }) !== 'unchanged')
  // Read again in the transaction: somebody may be binding to the household at this very moment.
  await atATime(LOTS_AT_A_TIME, lotsOf(LOT, due), (lot) =>
    call.store.transaction(async (transaction) => {
      for (const [id, row] of lot) await takeOverOne(call, transaction, estateId, id, row)
    }),
  )
}

async function takeOverOne({ townId, hash, now: at, personId: by }: TownCall, transaction: StoreTransaction, estateId: string, id: string, row: RosterPageRow): Promise<void> {
  const { building, unit, room, status, phoneHashes } = row
  const before = await transaction.get('households', id)
  const after = before ? asTold(before, { ...row, order: addressOrder(row) }, { at, by }) : householdDocument(hash, { townId, estateId, address: { building, unit, room }, status, phoneHashes, at, by })
  if (after !== before) await transaction.set('households', after)
}

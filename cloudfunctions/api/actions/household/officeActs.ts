import type { StoreTransaction } from '../../../../store/store'
import type { HouseholdActDocument, HouseholdDocument } from '../../../../types/documents/households'
import type { TownCall } from '../../context'

type Act = Pick<HouseholdActDocument, 'kind' | 'reason' | 'members'> & { readonly cause: string }

/** 办理记录 of what the office does, written with it. */
export const actOn = ({ townId, personId, now }: TownCall, { _id: householdId, estateId, label }: HouseholdDocument, { cause, ...act }: Act): HouseholdActDocument => ({
  _id: `act:${householdId}:${cause}`, townId, estateId, householdId, label, at: now, by: personId, ...act,
})

/** A slip that nobody has used yet opens nothing any more. Tells whether there was one. */
export async function withoutSlip({ now }: TownCall, transaction: StoreTransaction, { slipId }: HouseholdDocument): Promise<boolean> {
  const slip = slipId === null ? null : await transaction.get('householdCodes', slipId)
  if (!slip || slip.spentAt !== null) return false
  await transaction.set('householdCodes', { ...slip, replacedAt: now })
  return true
}

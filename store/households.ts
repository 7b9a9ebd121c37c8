import { addressLabel, addressOrder, buildingOrder, plainAddress, type Address } from '../domain/household/address'
import type { HouseholdStatus } from '../domain/household/status'
import type { HouseholdDocument } from '../types/documents/households'
import type { Filter } from './database'
import type { Store } from './store'

type Hash = (text: string) => string
const HEX_KEPT = 24

/** The same address of the same estate is the same household, however often a roster is imported. */
export const householdId = (hash: Hash, estateId: string, address: Address): string => `h${hash(`${estateId}|${addressOrder(address)}`).slice(0, HEX_KEPT)}`
export const codeId = (keyedHash: Hash, code: string): string => `k${keyedHash(`code|${code}`)}`
export const phoneHash = (keyedHash: Hash, mobile: string): string => keyedHash(`phone|${mobile}`)

type Row = { readonly townId: string; readonly estateId: string; readonly address: Address; readonly status: HouseholdStatus; readonly phoneHashes: readonly string[]; readonly at: number; readonly by: string }
/** A row of the roster to which nobody is bound yet. */
export const householdDocument = (hash: Hash, { townId, estateId, address, status, phoneHashes, at, by }: Row): HouseholdDocument => ({
  _id: householdId(hash, estateId, address), townId, estateId, ...plainAddress(address), label: addressLabel(address), order: addressOrder(address), status, phoneHashes, slipId: null, members: [],
  history: [{ at, status, by, reason: '名册' }], spentIn: [], paper: null,
})

/** The households of a building, which stand together in the order of the estate; of the whole estate where none is named. */
export const inBuilding = (estateId: string, building: string): Filter => ({ estateId, ...(building && { building, order: buildingOrder(building) }) })

/** The households a person is bound to in a town, by address. */
export async function householdsOf(store: Store, townId: string, personId: string): Promise<readonly HouseholdDocument[]> {
  const found = await store.findAll('households', { where: { 'members.personId': personId } })
  return found.filter((household) => household.townId === townId).sort((a, b) => (a.estateId + a.order < b.estateId + b.order ? -1 : 1))
}

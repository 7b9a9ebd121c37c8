import { addressLabel, plainAddress, type Address } from '../household/address'
import type { HouseholdStatus } from '../household/status'
import { withStatus } from '../household/withStatus'
import type { StatusChange } from '../survey/right'

/** `order`: the address in its one form. */
type Told = { readonly status: HouseholdStatus; readonly phoneHashes: readonly string[]; readonly order: string }
export type RosterChange = 'added' | 'changed' | 'unchanged'

const sameSet = (some: readonly string[], others: readonly string[]): boolean => some.length === others.length && some.every((each) => others.includes(each))

/** What the file makes of a household: its numbers take the place of the old ones, and none in the file leaves them. */
export const phonesAfter = (before: readonly string[], told: readonly string[]): readonly string[] => (told.length === 0 || sameSet(before, told) ? before : told)

export function rosterChange(before: Told | null, told: Told): RosterChange {
  if (before === null) return 'added'
  return before.status === told.status && before.order === told.order && sameSet(before.phoneHashes, phonesAfter(before.phoneHashes, told.phoneHashes)) ? 'unchanged' : 'changed'
}

type Kept = Address & Told & { readonly label: string; readonly history: readonly StatusChange[] }
/** The household as the file has it, its address in the one form; who is bound, its slip and its ballots stay. The same object where nothing changes. */
export function asTold<Household extends Kept>(household: Household, told: Told & Address, { at, by }: Pick<StatusChange, 'at' | 'by'>): Household {
  const phoneHashes = phonesAfter(household.phoneHashes, told.phoneHashes)
  const moved = withStatus(household, { at, by, status: told.status, reason: '名册导入' })
  const counted = phoneHashes === household.phoneHashes ? moved : { ...moved, phoneHashes }
  return household.order === told.order ? counted : { ...counted, ...plainAddress(told), label: addressLabel(told), order: told.order }
}

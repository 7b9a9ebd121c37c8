import { addressLabel, addressLook, addressOrder, type Address } from '../household/address'
import type { HouseholdStatus } from '../household/status'
import { alikeWords, type RosterFault } from './readRoster'

/** A household as the roster has it by now, maybe in an older spelling of its address. */
type Standing = Address & { readonly _id: string; readonly label: string; readonly status: HouseholdStatus }
type Told = { readonly row: number; readonly address: Address }
export type Matching = { readonly faults: readonly RosterFault[]; /** By the row of the file; a row without one is a new household. */ readonly ids: ReadonlyMap<number, string> }

/**
 * 对上名册: the household a row is about is the one with the same form of its address, however that was spelled when it came in. Where several stand for one
 * door, and where a new address differs from one of the roster only in how its numbers are written, nothing is decided here: it is asked.
 */
export function matchHouseholds(rows: readonly Told[], standing: readonly Standing[]): Matching {
  const same = groupsBy(standing, addressOrder)
  const alike = groupsBy(standing, addressLook)
  const ids = new Map<number, string>()
  const faults = rows.flatMap(({ row, address }): readonly RosterFault[] => {
    const found = same.get(addressOrder(address)) ?? []
    const here = found.filter(({ status }) => status !== 'removed')
    if (here.length > 1) return [{ row, words: `名册里已有 ${here.length} 户写法不同的“${addressLabel(address)}”（${here.map(({ label }) => label).join('、')}）。请先在“住户名册”里留一户，把其余的改成“已注销”` }]
    const household = here[0] ?? found[0]
    if (household) ids.set(row, household._id)
    const like = household ? undefined : alike.get(addressLook(address))?.find(({ status }) => status !== 'removed')
    return like ? [{ row, words: alikeWords(address, `名册里的“${like.label}”`) }] : []
  })
  return { faults, ids }
}

function groupsBy(standing: readonly Standing[], key: (address: Address) => string): ReadonlyMap<string, readonly Standing[]> {
  const groups = new Map<string, Standing[]>()
  for (const household of standing) {
    const name = key(household)
    const group = groups.get(name)
    if (group) group.push(household)
    else groups.set(name, [household])
  }
  return groups
}

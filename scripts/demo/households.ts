import type { Address } from '../../domain/household/address'
import { codeFrom } from '../../domain/household/code'
import { DAY_MS } from '../../domain/time/beijing'
import { codeId, householdDocument, householdId, phoneHash } from '../../store/households'
import type { HouseholdCodeDocument, HouseholdDocument } from '../../types/documents/households'
import { demoHash, demoKeyedHash } from './hashes'

/** 演示名册: twelve households in each estate, each with a slip. */
const ADDRESSES: readonly Address[] = ['1', '2', '3'].flatMap((building) => ['1', '2'].flatMap((unit) => ['301', '501'].map((room) => ({ building, unit, room }))))
/** The roster is older than the first assessed month: a survey may have opened before it. */
const KNOWN_BEFORE_MS = 365 * DAY_MS
const VACANT: Address = { building: '2', unit: '2', room: '501' }
/** 李阿姨's. */
const HOME: Address = { building: '3', unit: '2', room: '501' }
export const HOME_ESTATE = 'jinxiu'

/** 登记手机号: two of one household, and one that stands for two. */
export const DEMO_PHONES = { ofOne: ['13800000001', '13800000002'], ofTwo: '13800000003' } as const
const phonesOf = (estateId: string, { building, unit, room }: Address): readonly string[] => {
  const place = `${estateId} ${building}-${unit}-${room}`
  if (place === 'jinxiu 1-2-301') return DEMO_PHONES.ofOne
  return place === 'jinxiu 1-2-501' || place === 'heping 1-1-301' ? [DEMO_PHONES.ofTwo] : []
}

const same = (a: Address, b: Address): boolean => a.building === b.building && a.unit === b.unit && a.room === b.room

export const demoHouseholdId = (estateId: string, address: Address = HOME): string => householdId(demoHash, estateId, address)
/** 演示绑定码: the same in every demo, as if the office had printed the slips on the first day. */
export const demoCode = (estateId: string, address: Address): string => codeFrom(demoKeyedHash(`slip|${demoHouseholdId(estateId, address)}|demo`))

type Roster = { readonly townId: string; readonly estateIds: readonly string[]; readonly at: number; readonly office: string; readonly livesAtHome: string }
export function demoRoster({ townId, estateIds, at, office, livesAtHome }: Roster): { readonly households: readonly HouseholdDocument[]; readonly householdCodes: readonly HouseholdCodeDocument[] } {
  const rows = estateIds.flatMap((estateId) =>
    ADDRESSES.map((address) => {
      const isHome = estateId === HOME_ESTATE && same(address, HOME)
      const row = householdDocument(demoHash, { townId, estateId, address, status: same(address, VACANT) ? 'vacant' : 'occupied', phoneHashes: phonesOf(estateId, address).map((phone) => phoneHash(demoKeyedHash, phone)), at: at - KNOWN_BEFORE_MS, by: office })
      const code = { _id: codeId(demoKeyedHash, demoCode(estateId, address)), townId, householdId: row._id, kind: 'slip', relation: null, issuedAt: at, issuedBy: office, expiresAt: null, spentAt: isHome ? at : null, spentBy: isHome ? livesAtHome : null, replacedAt: null } as const
      const members = isHome ? [{ personId: livesAtHome, since: at, by: 'code', relation: 'lives', invitedBy: null } as const] : []
      return { household: { ...row, slipId: code._id, members }, code }
    }),
  )
  return { households: rows.map(({ household }) => household), householdCodes: rows.map(({ code }) => code) }
}

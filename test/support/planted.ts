import { codeFrom, showCode } from '../../domain/household/code'
import { ESTATES, townSeed } from '../../scripts/demo/town'
import { demoHash, demoKeyedHash } from '../../scripts/demo/hashes'
import { codeId, householdDocument, phoneHash } from '../../store/households'
import type { HouseholdCodeDocument } from '../../types/documents/households'
import type { PersonDocument } from '../../types/documents/people'
import { judgeAll } from './photos'
import { aReport, newKey, newPhoto, OFFICE_2 } from './stories'
import { hash, openTown, personId, TOWN_ID, type Town, type TownOptions } from './town'

/** Two people whose every trace is unmistakable, so that a text search finds what should not be there. */
export const FIRST = 'oPlantedFirst9f3'
export const SECOND = 'oPlantedSecond7c1'
const NAMES = { [FIRST]: '甄绝密', [SECOND]: '贾机密' } as const
const ADDRESS = { building: '77', unit: '8', room: '9012' }
const PHONE = '13987654321'
const SLIP = codeFrom(demoHash('the planted slip'))

const household = householdDocument(demoHash, { townId: TOWN_ID, estateId: 'jinxiu', address: ADDRESS, status: 'occupied', phoneHashes: [phoneHash(demoKeyedHash, PHONE)], at: 0, by: personId(OFFICE_2) })
const slip: HouseholdCodeDocument = { _id: codeId(demoKeyedHash, SLIP), townId: TOWN_ID, householdId: household._id, kind: 'slip', relation: null, issuedAt: 0, issuedBy: personId(OFFICE_2), expiresAt: null, spentAt: null, spentBy: null, replacedAt: null }
export const HOUSEHOLD = household._id
export const PLANTED_SLIP = SLIP
export const PLANTED_PRESS = `phone-${PHONE}`

const idsOf = (openid: string) => [openid, personId(openid), personId(openid).slice(1)]
/** What nobody may find, by kind. */
export const SECRETS = {
  firstName: [NAMES[FIRST]], firstId: idsOf(FIRST), secondName: [NAMES[SECOND]], secondId: idsOf(SECOND),
  room: [household.label, '8 单元 9012', household.order], household: [HOUSEHOLD], phone: [PHONE, ...household.phoneHashes], code: [SLIP, showCode(SLIP), slip._id],
} as const satisfies Record<string, readonly string[]>
export type Secret = keyof typeof SECRETS

const person = (openid: keyof typeof NAMES): PersonDocument => ({ _id: personId(openid), townId: TOWN_ID, openid, name: NAMES[openid], grants: [], staff: false, estateId: 'jinxiu' })

/** The demo town with the two, bound to one household by slip and by phone, and one case with everything they can leave behind on it. */
export async function plantedTown(options: Omit<TownOptions, 'seed'> = {}): Promise<{ readonly town: Town; readonly caseId: string; readonly reportId: string; readonly photoId: string }> {
  const seed = townSeed('2026-01')
  const town = openTown({ ...options, seed: { ...seed, people: [...seed.people!, person(FIRST), person(SECOND)], households: [...seed.households!, { ...household, slipId: slip._id }], householdCodes: [...seed.householdCodes!, slip] } })
  await town.ok(FIRST, 'bindHousehold', { code: SLIP })
  await town.ok(SECOND, 'bindByPhone', { phoneCode: PLANTED_PRESS, relation: 'relative' })
  await town.ok(FIRST, 'inviteToHousehold', { key: newKey(), householdId: HOUSEHOLD, relation: 'lives' })
  await town.ok(FIRST, 'recordConsent', { kind: 'phone', version: '1', given: true })
  const { caseId } = await town.ok(FIRST, 'reportCase', aReport({ forHouseholdId: HOUSEHOLD }))
  await town.ok(SECOND, 'reportCase', aReport({ forHouseholdId: HOUSEHOLD }))
  for (const openid of [FIRST, SECOND]) await town.ok(openid, 'addRemark', { key: newKey(), caseId, text: '还有一袋', photos: [newPhoto()] })
  await judgeAll(town, 'review')
  const { photos, reporters } = await town.ok(OFFICE_2, 'readCase', { caseId })
  const reportId = reporters![0]!.reportId
  await town.ok(OFFICE_2, 'unmaskReporter', { key: newKey(), caseId, reportId, reason: '上门核实情况' })
  return { town, caseId, reportId, photoId: photos![0]!.photoId }
}

/** Whose secrets are in a text, by kind. */
export const secretsIn = (text: string): readonly Secret[] => (Object.keys(SECRETS) as Secret[]).filter((kind) => SECRETS[kind].some((secret) => text.includes(secret)))
export const ALL_ESTATES = ESTATES.map(({ _id }) => _id)
export const keyFrom = (text: string): string => hash(text).slice(0, 24)

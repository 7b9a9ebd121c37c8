import { ESTATES, TOWN_ID, personId, townSeed } from '../../scripts/demo/town'
import type { RoleGrant } from '../../types/documents/people'

export const FAR_TOWN = 'faraway'
export const FAR_ESTATE = 'far-estate'
export const FAR_SPOT = 'far-estate-bins'
const people: readonly (readonly [openid: string, grants: readonly RoleGrant[]])[] = [
  ['far-resident', []],
  ['far-manager', [{ role: 'manager', estateId: FAR_ESTATE }]],
  ['far-inspector', [{ role: 'inspector', level: 'town' }]],
  ['far-office', [{ role: 'office' }]],
  ['far-auditor', [{ role: 'auditor' }]],
]
export const FAR_PEOPLE = people.map(([openid]) => openid)

/** The demo town and, in the same deployment, another one by the same law. */
export function twoTowns() {
  const demo = townSeed('2026-01')
  const moved = <T extends { readonly _id: string }>(documents: readonly T[] = []) => documents.map((document) => ({ ...document, _id: document._id.replace(TOWN_ID, FAR_TOWN), townId: FAR_TOWN }))
  const [town, estate] = [demo.towns![0]!, ESTATES[0]!]
  return {
    ...demo,
    towns: [town, { ...town, _id: FAR_TOWN, name: '远方镇' }],
    editions: [...demo.editions!, ...moved(demo.editions)],
    calendars: [...demo.calendars!, ...moved(demo.calendars)],
    estates: [...ESTATES, { ...estate, _id: FAR_ESTATE, townId: FAR_TOWN, name: '远方新村', spots: [{ id: FAR_SPOT, name: '分类亭' }] }],
    people: [...demo.people!, ...people.map(([openid, grants]) => ({ _id: personId(openid), townId: FAR_TOWN, openid, name: `远方 ${openid}`, grants, staff: grants.length > 0, estateId: grants.length > 0 ? null : FAR_ESTATE }))],
  }
}

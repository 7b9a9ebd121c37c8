import type { OnQuery } from '../../../local-cloud/engine/queries'
import type { CollectionName } from '../../../store/collections'
import type { CaseDocument } from '../../../types/documents/cases'
import type { HouseholdDocument } from '../../../types/documents/households'
import { plantedTown } from '../planted'
import { OFFICE } from '../stories'
import { personId } from '../town'
import { casesOf } from './cases'
import { householdsOf } from './households'
import { peopleOf } from './people'

export const OFFICE_MANAGER = 'office-and-manager'
type LargeTown = Awaited<ReturnType<typeof plantedTown>> & { readonly cases: readonly CaseDocument[]; readonly households: readonly HouseholdDocument[] }

/**
 * The planted town as it is after two years: so many cases, nearly all of them at their end, and households, people, messages and records to go with them. All of
 * it straight into the database, for acted it would take an hour.
 */
export async function largeTown(size: number, onQuery: OnQuery): Promise<LargeTown> {
  const planted = await plantedTown({ onQuery })
  const { engine } = planted.town
  const { cases, ...ofCases } = casesOf(size)
  const { households = [], ...ofHouseholds } = householdsOf(size)
  const insert = (all: object) => {
    for (const [name, documents] of Object.entries(all) as [CollectionName, readonly object[]][]) engine.insert(name, documents as Record<string, never>[])
  }
  insert({ cases, ...ofCases, households, ...ofHouseholds, ...peopleOf(size, cases) })
  const officer = planted.town.one('people', personId(OFFICE))
  insert({ people: [{ ...officer, _id: personId(OFFICE_MANAGER), openid: OFFICE_MANAGER, grants: [{ role: 'office' }, { role: 'manager', estateId: 'jinxiu' }] }] })
  return { ...planted, cases, households }
}

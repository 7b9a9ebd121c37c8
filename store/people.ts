import { PAGE_MAX } from './database'
import type { NoticeKind } from '../types/codes'
import type { PersonDocument } from '../types/documents/people'
import type { Store } from './store'

/** Everybody with a grant in the town: a few dozen people. */
export const staffOf = (store: Store, townId: string): Promise<readonly PersonDocument[]> => store.find('people', { where: { townId, staff: true }, limit: PAGE_MAX })
/** 物业项目负责人 of an estate. */
export const managersOf = (staff: readonly PersonDocument[], estateId: string): readonly PersonDocument[] =>
  staff.filter(({ grants }) => grants.some((grant) => grant.role === 'manager' && grant.estateId === estateId))

/** Who is told of an estate's case: its managers; where it has none, the office is told that nobody was. */
export function receiversOf(staff: readonly PersonDocument[], estateId: string, kind: NoticeKind): { readonly kind: NoticeKind; readonly people: readonly PersonDocument[] } {
  const managers = managersOf(staff, estateId)
  return managers.length > 0 ? { kind, people: managers } : { kind: 'noManager', people: staff.filter(({ grants }) => grants.some(({ role }) => role === 'office')) }
}

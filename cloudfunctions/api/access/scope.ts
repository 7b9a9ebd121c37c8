import { estatesEver, mayDecide } from '../../../domain/decision/mayDecide'
import type { CaseDocument } from '../../../types/documents/cases'
import type { PersonDocument, Role } from '../../../types/documents/people'

export const hasRole = (person: PersonDocument, role: Role): boolean => role === 'resident' || person.grants.some((grant) => grant.role === role)
export const managesEstate = (person: PersonDocument, estateId: string): boolean => person.grants.some((grant) => grant.role === 'manager' && grant.estateId === estateId)
/** The estates somebody manages. */
export const managedBy = (person: PersonDocument): readonly string[] => person.grants.flatMap((grant) => (grant.role === 'manager' ? [grant.estateId] : []))
/** 镇级 scope: inspector, office and auditor look at the whole town. */
export const seesTown = (person: PersonDocument): boolean => person.grants.some(({ role }) => role !== 'manager')

/** Whether nobody has to ask the person to stand back (回避) from a case. */
export const mayDecideCase = (person: PersonDocument, { events }: Pick<CaseDocument, 'events'>): boolean => mayDecide(managedBy(person), estatesEver(events))
/** 回避: somebody who would decide on the case, were it not for an estate they manage. */
export const standsBackFrom = (person: PersonDocument, document: Pick<CaseDocument, 'events'>): boolean => (hasRole(person, 'office') || hasRole(person, 'inspector')) && !mayDecideCase(person, document)
/** Whether the person may act in this role on a case: a manager in the own estate only, office and inspector where they manage none that ever had it. The town was checked before. */
export function mayActOn(person: PersonDocument, role: Role, document: Pick<CaseDocument, 'estateId' | 'events'>): boolean {
  if (role === 'manager') return managesEstate(person, document.estateId)
  return hasRole(person, role) && (role === 'resident' || mayDecideCase(person, document))
}

/** How the caller sees a case: as staff (whoever manages an estate that ever had it, as its manager only: 回避), as its reporter, as a neighbour of the estate, or not at all. */
export type View = 'town' | 'manager' | 'reporter' | 'neighbour'
export function viewOf(person: PersonDocument, document: Pick<CaseDocument, 'estateId' | 'state' | 'townId' | 'events'>, isReporter: boolean): View | null {
  if (document.townId !== person.townId) return null
  if (seesTown(person) && mayDecideCase(person, document)) return 'town'
  // Nobody sees what is not filed yet but its reporter and the office: it was not looked at.
  const isPublic = !['submitted', 'refused', 'withdrawn'].includes(document.state)
  if (managesEstate(person, document.estateId) && isPublic && document.state !== 'filed') return 'manager'
  if (isReporter) return 'reporter'
  return isPublic && person.estateId === document.estateId ? 'neighbour' : null
}

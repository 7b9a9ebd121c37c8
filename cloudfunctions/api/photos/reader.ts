import type { PhotoReader, PhotoSender } from '../../../domain/privacy/photoCheck'
import type { CaseDocument } from '../../../types/documents/cases'
import type { PersonDocument } from '../../../types/documents/people'
import type { SurveyDocument } from '../../../types/documents/surveys'
import { hasRole, managesEstate, mayDecideCase, type View } from '../access/scope'

/** 考核办 on a case: nobody who manages an estate that ever had it looks at its reporters with the office's eyes. */
export const isOfficeOf = (person: PersonDocument, document: Pick<CaseDocument, 'events'>): boolean => hasRole(person, 'office') && mayDecideCase(person, document)

export function photoReader(person: PersonDocument, document: Pick<CaseDocument, 'events'>, view: View | null): PhotoReader {
  if (view === 'town' && isOfficeOf(person, document)) return 'office'
  if (view === 'town' || view === 'manager') return 'handler'
  return view === 'reporter' ? 'reporter' : 'neighbour'
}

/** 整改落实 is for everybody: who manages the estate sees what it sent at once, the office all of it, and nobody else handles it. */
export function measureReader(person: PersonDocument, { estateId }: Pick<SurveyDocument, 'estateId'>): PhotoReader {
  if (managesEstate(person, estateId)) return 'handler'
  return hasRole(person, 'office') ? 'office' : 'neighbour'
}

export const photoSender = (event: object, myReportId: string | null): PhotoSender => ('reportId' in event ? (event.reportId === myReportId ? 'me' : 'neighbour') : 'staff')

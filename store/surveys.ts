import type { SurveyDocument } from '../types/documents/surveys'
import type { Store } from './store'

/** A survey of an estate and year: the same id as the fact and the ledger entry that come of it. */
export const surveyId = (townId: string, estateId: string, year: number): string => `survey:${townId}:${estateId}:${year}`
export const yearOfSurvey = (id: string): number => Number(id.slice(id.lastIndexOf(':') + 1))
export const urnId = (survey: string, n: number): string => `${survey}:${n}`
export const urnIds = ({ _id, urns }: Pick<SurveyDocument, '_id' | 'urns'>): readonly string[] => Array.from({ length: urns }, (_, n) => urnId(_id, n))

export type SurveyOf = (id: string) => Promise<SurveyDocument | null>

/** Nothing of an open survey that an answer needs will change, so a warm function reads it once: a ballot costs three database operations and not four. */
export function surveyReader(store: Pick<Store, 'get'>): SurveyOf {
  const open = new Map<string, SurveyDocument>()
  return async (id) => {
    const known = open.get(id)
    if (known) return known
    const survey = await store.get('surveys', id)
    if (survey?.stage === 'open') open.set(id, survey)
    return survey
  }
}

import { refuse, type Refusal } from '../../../../types/api/refusal'
import type { SurveyDocument } from '../../../../types/documents/surveys'
import { seesTown } from '../../access/scope'
import type { TownCall } from '../../context'

const HIDDEN: readonly SurveyDocument['stage'][] = ['draft']

/** A survey of the caller's town, as far as it is there for the caller. */
export async function surveyIn({ store, townId, person }: TownCall, id: string): Promise<SurveyDocument | Refusal> {
  const survey = await store.get('surveys', id)
  if (survey?.townId !== townId || (HIDDEN.includes(survey.stage) && !seesTown(person))) return refuse('NOT_FOUND')
  return survey
}
export const isRefused = (found: SurveyDocument | Refusal): found is Refusal => 'ok' in found
export const isCounted = ({ stage }: Pick<SurveyDocument, 'stage'>): boolean => stage === 'held' || stage === 'final'

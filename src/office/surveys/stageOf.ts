import type { Actions } from '../../../types/api'
import { DESK_SURVEY_STAGE } from '@/labels/surveyDesk'

export type Survey = Actions['readSurveys']['reply']['surveys'][number]

/** Where it stands, in words; between its last day and the count it is neither open nor counted, and what is published may be looked at again. */
export function stageOf(survey: Pick<Survey, 'stage' | 'closesAt' | 'waits'> | undefined, now: number) {
  if (!survey) return DESK_SURVEY_STAGE.none
  if (survey.waits?.review) return DESK_SURVEY_STAGE.held
  return DESK_SURVEY_STAGE[survey.stage === 'open' && now >= survey.closesAt ? 'counting' : survey.stage]
}

export const isCounted = ({ stage }: Pick<Survey, 'stage'>): boolean => stage === 'held' || stage === 'final'

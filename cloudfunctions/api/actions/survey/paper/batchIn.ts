import { isOpenAt } from '../../../../../domain/survey/stage'
import { refuse, type Refusal } from '../../../../../types/api/refusal'
import type { PaperBatchDocument, SurveyDocument } from '../../../../../types/documents/surveys'
import type { TownCall } from '../../../context'
import { closed } from '../putIn'
import { isRefused, surveyIn } from '../surveyIn'

type Working = { readonly ok: true; readonly survey: SurveyDocument }

/** Paper is handled while the survey is open. */
export async function paperSurvey(call: TownCall, surveyId: string): Promise<Working | Refusal> {
  const survey = await surveyIn(call, surveyId)
  if (isRefused(survey)) return survey
  if (call.now >= survey.closesAt) return closed(survey)
  return isOpenAt(survey, call.now) ? { ok: true, survey } : refuse('SURVEY_NOT_OPEN', { from: '开始之日' })
}

export async function batchIn(call: TownCall, batchId: string): Promise<(Working & { readonly batch: PaperBatchDocument }) | Refusal> {
  const batch = await call.store.get('paperBatches', batchId)
  if (batch?.townId !== call.townId) return refuse('NOT_FOUND')
  const working = await paperSurvey(call, batch.surveyId)
  return working.ok ? { ...working, batch } : working
}

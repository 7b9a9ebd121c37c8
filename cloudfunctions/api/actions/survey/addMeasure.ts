import { FOLLOW_UP_DAYS } from '../../../../domain/survey/stage'
import { measuresUntil } from '../../../../store/surveyFact'
import { refuse } from '../../../../types/api/refusal'
import { managesEstate } from '../../access/scope'
import { reply, type Handler } from '../../context'
import { checkWords } from '../case/checks'
import { isRefused, surveyIn } from './surveyIn'

/** 整改落实, by the estate whose survey it is. @source 附件3 六 */
export const addMeasure: Handler<'addMeasure'> = async ({ key, surveyId, questionId, text }, call) => {
  const survey = await surveyIn(call, surveyId)
  if (isRefused(survey)) return survey
  if (!managesEstate(call.person, survey.estateId)) return refuse('NOT_FOUND')
  const until = measuresUntil(survey)
  if (until === null) return refuse('SURVEY_NOT_FINAL')
  if (call.now >= until) return refuse('MEASURES_OVER', { days: FOLLOW_UP_DAYS })
  if (questionId !== null && !survey.questionnaire.questions.some(({ id }) => id === questionId)) return refuse('BAD_REQUEST', { field: '题目' })
  const _id = `m${call.hash(`${call.personId}|${key}`).slice(0, 24)}`
  if (await call.store.get('surveyMeasures', _id)) return reply({ measureId: _id })
  const refused = await checkWords(call, text)
  if (refused) return refused
  await call.store.set('surveyMeasures', { _id, townId: call.townId, surveyId, estateId: survey.estateId, questionId, text, at: call.now, by: call.personId })
  return reply({ measureId: _id })
}

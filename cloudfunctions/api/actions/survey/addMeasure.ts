import { FOLLOW_UP_DAYS } from '../../../../domain/survey/stage'
import { measuresUntil } from '../../../../store/surveyFact'
import { refuse } from '../../../../types/api/refusal'
import { managesEstate } from '../../access/scope'
import { reply, type Handler, type Outcome } from '../../context'
import { checkLater } from '../../photos/checkLater'
import { photoId } from '../../photos/photoId'
import { checkPhotos, checkWords } from '../case/checks'
import { isRefused, surveyIn } from './surveyIn'

/** 整改落实, by the estate whose survey it is. @source 附件3 六 */
export const addMeasure: Handler<'addMeasure'> = async ({ key, surveyId, questionId, text, photos }, call) => {
  const survey = await surveyIn(call, surveyId)
  if (isRefused(survey)) return survey
  if (!managesEstate(call.person, survey.estateId)) return refuse('NOT_FOUND')
  const _id = `m${call.hash(`${call.personId}|${key}`).slice(0, 24)}`
  if (await call.store.get('surveyMeasures', _id)) return reply({ measureId: _id })
  const until = measuresUntil(survey)
  if (until === null) return refuse('SURVEY_NOT_FINAL')
  if (call.now >= until) return refuse('MEASURES_OVER', { days: FOLLOW_UP_DAYS })
  if (questionId !== null && !survey.questionnaire.questions.some(({ id }) => id === questionId)) return refuse('BAD_REQUEST', { field: '题目' })
  const refused = (await checkWords(call, text)) ?? (await checkPhotos(call, photos))
  if (refused) return refused
  return call.store.transaction(async (transaction): Promise<Outcome<'addMeasure'>> => {
    if (await transaction.get('surveyMeasures', _id)) return reply({ measureId: _id })
    // A photo is judged for the one place it was sent to: what residents sent to a case does not come out here.
    for (const [index, fileId] of photos.entries()) if (await transaction.get('photoChecks', photoId(call.hash, fileId))) return refuse('PHOTO_USED', { number: index + 1 })
    await transaction.set('surveyMeasures', { _id, townId: call.townId, surveyId, estateId: survey.estateId, questionId, text, photos, at: call.now, by: call.personId })
    await checkLater(call, transaction, { surveyId }, photos)
    return reply({ measureId: _id })
  })
}

import { FOLLOW_UP_DAYS, MEASURES_MAX } from '../../../../domain/survey/stage'
import { measuresUntil } from '../../../../store/surveyFact'
import { refuse } from '../../../../types/api/refusal'
import { managesEstate } from '../../access/scope'
import { reply, type Handler, type Outcome } from '../../context'
import { allOrNothing } from '../../allOrNothing'
import { refuseShownBefore, takeAsEvidence } from '../../photos/evidence'
import { receivePhotos } from '../../photos/receivePhotos'
import { takeIn } from '../../photos/takeIn'
import { checkWords, isRefusal } from '../case/checks'
import { isRefused, surveyIn } from './surveyIn'

const measureCounterId = (surveyId: string): string => `measures:${surveyId}`

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
  const mark = await checkWords(call, text)
  if (isRefusal(mark)) return mark
  // Everybody reads it at once, and nobody looks at it before.
  if (mark.unchecked) return refuse('TEXT_CHECK_DOWN')
  const received = await receivePhotos(call, _id, photos)
  if (!received.ok) return received
  // A photo is judged for the one place it was sent to: what stands in a case does not come out here.
  const shown = await refuseShownBefore(call, null, received)
  if (shown) return shown
  return allOrNothing(call.store, async (transaction): Promise<Outcome<'addMeasure'>> => {
    if (await transaction.get('surveyMeasures', _id)) return reply({ measureId: _id })
    const counterId = measureCounterId(surveyId)
    const measures = (await transaction.get('counters', counterId))?.value ?? 0
    if (measures >= MEASURES_MAX) return refuse('MEASURES_FULL', { max: MEASURES_MAX })
    const used = await takeAsEvidence(call, transaction, received)
    if (used) return used
    await transaction.set('counters', { _id: counterId, townId: call.townId, value: measures + 1 })
    await transaction.set('surveyMeasures', { _id, townId: call.townId, surveyId, estateId: survey.estateId, questionId, text, photos: received.photos, at: call.now, by: call.personId })
    await takeIn(call, transaction, { surveyId }, received, received.photos)
    return reply({ measureId: _id })
  })
}

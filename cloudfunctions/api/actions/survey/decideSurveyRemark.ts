import { saysSomething } from '../../../../domain/text/saysSomething'
import { urnIds } from '../../../../store/surveys'
import { refuse } from '../../../../types/api/refusal'
import type { ReviewedRemark } from '../../../../types/documents/surveys'
import { reply, type Handler, type Outcome } from '../../context'
import { isCounted, isRefused, surveyIn } from './surveyIn'

/** 审看留言: nobody reads it before somebody of the office has, for it may name a neighbour. It can be taken back later. */
export const decideSurveyRemark: Handler<'decideSurveyRemark'> = async ({ surveyId, remarkId, publish, reason }, call) => {
  const survey = await surveyIn(call, surveyId)
  if (isRefused(survey)) return survey
  if (!isCounted(survey)) return refuse('SURVEY_NOT_FINAL')
  if (!publish && !saysSomething(reason)) return refuse('TEXT_EMPTY')
  const urns = await call.store.findAll('sealedUrns', { where: { _id: { in: urnIds(survey) } } })
  const urn = urns.find(({ remarks }) => remarks.some(({ id }) => id === remarkId))
  if (!urn) return refuse('NOT_FOUND')
  return call.store.transaction(async (transaction): Promise<Outcome<'decideSurveyRemark'>> => {
    const [sealed, current] = [await transaction.get('sealedUrns', urn._id), await transaction.get('surveys', surveyId)]
    if (!sealed || !current) return refuse('NOT_FOUND')
    const decided = (remark: ReviewedRemark): ReviewedRemark => ({ ...remark, state: publish ? 'published' : 'hidden', by: call.personId, reason })
    await transaction.set('sealedUrns', { ...sealed, remarks: sealed.remarks.map((remark) => (remark.id === remarkId ? decided(remark) : remark)) })
    const isFirst = sealed.remarks.some(({ id, state }) => id === remarkId && state === 'waiting')
    if (isFirst) await transaction.set('surveys', { ...current, remarksWaiting: current.remarksWaiting - 1 })
    return reply({})
  })
}

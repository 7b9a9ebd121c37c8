import { receiptOf } from '../../../../domain/survey/secret'
import { verifySurvey } from '../../../../domain/survey/verify'
import { urnIds } from '../../../../store/surveys'
import { refuse } from '../../../../types/api/refusal'
import { reply, type Handler } from '../../context'
import { pointsOf, shownResult } from './readSurvey'
import { seedOf } from './seed'
import { isRefused, surveyIn } from './surveyIn'

/** 核对包: the figures are told as they were counted, the spent rights and the ballots counted once more. */
export const readSurveyBundle: Handler<'readSurveyBundle'> = async ({ surveyId }, call) => {
  const survey = await surveyIn(call, surveyId)
  if (isRefused(survey)) return survey
  if (survey.stage !== 'final' || survey.result === null) return refuse('SURVEY_NOT_FINAL')
  const [urns, spent] = await Promise.all([call.store.findAll('sealedUrns', { where: { _id: { in: urnIds(survey) } }, orderBy: [['_id', 'asc']] }), call.store.count('households', { spentIn: surveyId })])
  const receipts = urns.flatMap(({ ballots }) => ballots.map(({ id }) => receiptOf(call.keyedHash, id))).sort()
  const bundle = {
    surveyId, result: { ...shownResult(survey.result), spent }, receipts, points: pointsOf(call, survey), isWithheld: survey.decided?.release === false,
    seedHash: survey.seedHash ?? '', seed: seedOf(call, surveyId),
  }
  return reply({ ...bundle, checks: [...verifySurvey(call.rules.editionOf(survey.editionId), bundle, call.hash)] })
}

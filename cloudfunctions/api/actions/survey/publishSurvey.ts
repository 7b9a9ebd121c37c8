import { isAsked } from '../../../../domain/survey/right'
import { daysFault } from '../../../../domain/survey/stage'
import { refuse } from '../../../../types/api/refusal'
import { reply, type Handler, type Outcome } from '../../context'
import { findEstate, isRefusal } from '../case/checks'
import { seedOf } from './seed'
import { isRefused, surveyIn } from './surveyIn'

/** 发布调查. Published on its first day, it opens at once; the households of that instant are asked. */
export const publishSurvey: Handler<'publishSurvey'> = async ({ surveyId, version }, call) => {
  const found = await surveyIn(call, surveyId)
  if (isRefused(found)) return found
  const estate = await findEstate(call, found.estateId)
  if (isRefusal(estate)) return estate
  const { now, personId, rules } = call
  const { coverageDenominator } = rules.edition.decisions
  const households = await call.store.findAll('households', { where: { estateId: found.estateId }, orderBy: [['order', 'asc']], fields: ['history'] })
  const asked = households.filter(({ history }) => isAsked(coverageDenominator, history, now)).length
  if (asked === 0) return refuse('SURVEY_WITHOUT_HOUSEHOLDS', { estate: estate.name })
  return call.store.transaction(async (transaction): Promise<Outcome<'publishSurvey'>> => {
    const survey = await transaction.get('surveys', surveyId)
    if (!survey) return refuse('NOT_FOUND')
    if (survey.questionnaire.version !== version) return refuse('QUESTIONNAIRE_CHANGED')
    // Pressed twice, or the reply was lost: it is published already.
    if (survey.stage !== 'draft') return reply({ asked })
    const fault = daysFault({ ...survey, now })
    if (fault) return refuse('SURVEY_DAYS_WRONG', { fault })
    const opensAt = Math.max(survey.opensAt, now)
    await transaction.set('surveys', { ...survey, stage: 'scheduled', opensAt, nextAt: opensAt, publishedBy: personId, seedHash: call.hash(seedOf(call, surveyId)), editionId: rules.edition.id, denominator: coverageDenominator })
    return reply({ asked })
  })
}

import { surveyFact, takenBackFact } from '../../../../store/surveyFact'
import { refuse } from '../../../../types/api/refusal'
import { reply, type Handler, type Outcome } from '../../context'
import { awaitsReview } from './awaitsReview'
import { sampleOf } from './sample'
import { isRefused, surveyIn } from './surveyIn'

/**
 * 加分复核, by two of the office: the second one must say what the first one said. What is released becomes a fact, and the clock books it; what is booked already stays, or is taken back
 * by another fact. An allocated year rests on it: there it stays.
 */
export const decideSurvey: Handler<'decideSurvey'> = async ({ surveyId, release, reason }, call) => {
  const found = await surveyIn(call, surveyId)
  if (isRefused(found)) return found
  const called = new Set(found.recontacts.map(({ householdId }) => householdId))
  const left = (await sampleOf(call, surveyId)).filter(({ _id }) => !called.has(_id)).length
  if (awaitsReview(call, found) && left > 0) return refuse('RECONTACT_FIRST', { left })
  const verdict = { by: call.personId, at: call.now, release, reason }
  return call.store.transaction(async (transaction): Promise<Outcome<'decideSurvey'>> => {
    const survey = await transaction.get('surveys', surveyId)
    // The same person's word again, because the reply was lost.
    if (survey?.decided?.by === call.personId && survey.decided.release === release) return reply({ isDecided: true })
    if (!survey || !awaitsReview(call, survey)) return refuse('NOT_HELD')
    const isBooked = survey.stage === 'final'
    if (isBooked && !release && (await transaction.get('allocations', `${call.townId}:${survey.year}`))) return refuse('YEAR_ALLOCATED', { year: survey.year })
    const { proposed } = survey
    if (proposed?.release !== release || proposed.by === call.personId) {
      if (proposed?.by === call.personId && proposed.release === release && proposed.reason !== reason) return refuse('OWN_ACT')
      await transaction.set('surveys', { ...survey, proposed: verdict })
      return reply({ isDecided: false })
    }
    await transaction.set('surveys', { ...survey, decided: verdict, ...(!isBooked && { stage: 'final', publicAt: call.now, telling: { kind: 'surveyResult', after: '' }, nextAt: call.now }) })
    if (release && !isBooked) await transaction.set('assessments', surveyFact(survey, call.personId, call.now))
    if (!release && isBooked) await transaction.set('assessments', takenBackFact(survey, verdict))
    return reply({ isDecided: true })
  })
}

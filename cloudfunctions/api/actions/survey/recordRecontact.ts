import { denials } from '../../../../domain/survey/recontact'
import { refuse } from '../../../../types/api/refusal'
import { reply, type Handler, type Outcome } from '../../context'
import { sampleOf } from './sample'
import { isCounted, isRefused, surveyIn } from './surveyIn'

/** 抽样回访. The last word about a household counts; those that say nobody has answered are a signal of their own, which may put in doubt what is booked already. */
export const recordRecontact: Handler<'recordRecontact'> = async ({ surveyId, householdId, outcome, note }, call) => {
  const found = await surveyIn(call, surveyId)
  if (isRefused(found)) return found
  if (!isCounted(found)) return refuse('SURVEY_NOT_FINAL')
  const sample = await sampleOf(call, surveyId)
  if (!sample.some(({ _id }) => _id === householdId)) return refuse('NOT_IN_SAMPLE')
  return call.store.transaction(async (transaction): Promise<Outcome<'recordRecontact'>> => {
    const survey = await transaction.get('surveys', surveyId)
    if (!survey) return refuse('NOT_FOUND')
    const recontacts = [...survey.recontacts.filter((each) => each.householdId !== householdId), { householdId, outcome, note, by: call.personId, at: call.now }]
    const denied = denials(recontacts.map((each) => each.outcome), sample.length, survey.result?.answered ?? 0)
    await transaction.set('surveys', { ...survey, recontacts, signals: survey.signals.map((signal) => (signal.kind === 'denied' ? denied : signal)) })
    return reply({})
  })
}

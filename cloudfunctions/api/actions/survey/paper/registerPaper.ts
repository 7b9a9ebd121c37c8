import { PAPER_BATCH_MIN } from '../../../../../domain/survey/paper'
import { standingOf } from '../../../../../domain/survey/right'
import { refuse, type Refusal } from '../../../../../types/api/refusal'
import { allOrNothing } from '../../../allOrNothing'
import { reply, type Handler, type Outcome } from '../../../context'
import { paperSurvey } from './batchIn'

/** 登记纸质问卷. Their rights wait from here on, so that a household does not answer twice while its envelope is closed. */
export const registerPaper: Handler<'registerPaper'> = async ({ key, surveyId, householdIds }, call) => {
  const working = await paperSurvey(call, surveyId)
  if (!working.ok) return working
  const { survey } = working
  const wanted = [...new Set(householdIds)]
  if (wanted.length < PAPER_BATCH_MIN) return refuse('PAPER_TOO_FEW', { min: PAPER_BATCH_MIN })
  const { townId, personId, now } = call
  const _id = `paper${call.hash(`${personId}|${surveyId}|${key}`).slice(0, 24)}`
  return allOrNothing(call.store, async (transaction): Promise<Extract<Outcome<'registerPaper'>, { ok: true }> | Refusal> => {
    if (await transaction.get('paperBatches', _id)) return reply({ batchId: _id })
    const spent: string[] = []
    for (const id of wanted) {
      const household = await transaction.get('households', id)
      if (household?.estateId !== survey.estateId) return refuse('SURVEY_OTHER_ESTATE')
      const standing = standingOf(household, { id: surveyId, denominator: survey.denominator, opensAt: survey.opensAt })
      if (standing === 'notAsked') return refuse('NOT_ASKED')
      if (standing !== 'open') spent.push(household.label)
      else await transaction.set('households', { ...household, paper: { surveyId, batchId: _id } })
    }
    if (spent.length > 0) return refuse('PAPER_SPENT', { labels: spent.join('、') })
    await transaction.set('paperBatches', { _id, townId, surveyId, householdIds: wanted, registeredBy: personId, registeredAt: now, keyed: [], state: 'open' })
    return reply({ batchId: _id })
  })
}

import { isAsked } from '../../../../domain/survey/right'
import { emptyUrn, urnsFor } from '../../../../domain/survey/urn'
import { urnId } from '../../../../store/surveys'
import type { SurveyDocument } from '../../../../types/documents/surveys'
import type { Services } from '../../job'

/**
 * 开始调查: the denominator is fixed and the urns stand ready, empty. The roster is read as it was at the opening instant, however late the clock comes. Where
 * nobody is left to ask, it is a draft again.
 */
export async function openSurvey({ store, now }: Services, { _id, estateId, opensAt, denominator }: SurveyDocument): Promise<void> {
  const roster = await store.findAll('households', { where: { estateId }, fields: ['history'] })
  const households = roster.filter(({ history }) => isAsked(denominator, history, opensAt)).length
  const urns = urnsFor(households)
  await store.transaction(async (transaction) => {
    const survey = await transaction.get('surveys', _id)
    if (survey?.stage !== 'scheduled' || survey.opensAt > now) return
    if (households === 0) return transaction.set('surveys', { ...survey, stage: 'draft', nextAt: null })
    for (let n = 0; n < urns; n += 1) await transaction.set('urns', { ...emptyUrn, _id: urnId(_id, n), townId: survey.townId, surveyId: _id })
    await transaction.set('surveys', { ...survey, stage: 'open', households, urns, telling: { kind: 'surveyOpen', after: '' }, nextAt: now })
  })
}

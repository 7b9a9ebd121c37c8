import { mismatches } from '../../../../../domain/survey/paper'
import { staffOf } from '../../../../../store/people'
import { reply, type Handler } from '../../../context'
import { isRefused, surveyIn } from '../surveyIn'

/** 纸质问卷批次. What somebody has keyed in is shown to nobody, only where two readings differ. */
export const readPaperBatches: Handler<'readPaperBatches'> = async ({ surveyId }, call) => {
  const survey = await surveyIn(call, surveyId)
  if (isRefused(survey)) return survey
  const [batches, staff] = await Promise.all([call.store.findAll('paperBatches', { where: { surveyId }, orderBy: [['registeredAt', 'desc']] }), staffOf(call.store, call.townId)])
  const ids = batches.flatMap(({ householdIds }) => householdIds)
  const households = ids.length > 0 ? await call.store.findAll('households', { where: { _id: { in: ids } }, fields: ['label'] }) : []
  const nameOf = (id: string) => staff.find(({ _id }) => _id === id)?.name ?? ''
  return reply({
    batches: batches.map(({ _id, householdIds, registeredAt, registeredBy, state, keyed }) => ({
      id: _id, envelopes: householdIds.length, labels: households.filter((each) => householdIds.includes(each._id)).map(({ label }) => label), at: registeredAt, who: nameOf(registeredBy), state,
      keyedBy: keyed.map(({ by }) => nameOf(by)), keyedByMe: keyed.some(({ by }) => by === call.personId),
      mismatches: state === 'open' && keyed[0] && keyed[1] ? [...mismatches(keyed[0].sheets, keyed[1].sheets)] : [],
    })),
  })
}

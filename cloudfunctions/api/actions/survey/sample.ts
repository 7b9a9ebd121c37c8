import { drawSample } from '../../../../domain/survey/recontact'
import type { HouseholdDocument } from '../../../../types/documents/households'
import type { TownCall } from '../../context'
import { seedOf } from './seed'

type Drawn = Pick<HouseholdDocument, '_id' | 'label'>

/** 抽样名单: drawn from the households whose right is spent; the same whenever it is looked at. */
export async function sampleOf(call: TownCall, surveyId: string): Promise<readonly Drawn[]> {
  const households = await call.store.findAll('households', { where: { spentIn: surveyId }, fields: ['label'] })
  const drawn = drawSample(seedOf(call, surveyId), households.map(({ _id }) => _id), call.hash)
  return drawn.flatMap((id) => households.filter(({ _id }) => _id === id))
}

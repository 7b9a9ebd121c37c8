import { memberOf } from '../../../../domain/household/members'
import { standingOf } from '../../../../domain/survey/right'
import { householdsOf } from '../../../../store/households'
import type { ReplyOf } from '../../../../types/api'
import type { HouseholdDocument } from '../../../../types/documents/households'
import type { SurveyDocument } from '../../../../types/documents/surveys'
import { managesEstate, seesTown } from '../../access/scope'
import type { TownCall } from '../../context'
import { estatesOf } from '../estates'
import { awaitsReview } from './awaitsReview'

type Summary = ReplyOf<'readSurveys'>['surveys'][number]

/** Surveys as everybody reads them: how many have answered, and how the caller's own households stand. */
export async function summariesOf(call: TownCall, surveys: readonly SurveyDocument[]): Promise<readonly Summary[]> {
  const [estates, own] = await Promise.all([estatesOf(call), householdsOf(call.store, call.townId, call.personId)])
  return Promise.all(
    surveys.map(async (survey): Promise<Summary> => {
      const { _id, estateId, year, stage, opensAt, closesAt, households, result, remarksWaiting: remarks } = survey
      const answered = result?.answered ?? (stage === 'open' ? await call.store.count('households', { spentIn: _id }) : 0)
      return {
        id: _id, estateId, estateName: estates.get(estateId)?.name ?? '', year, stage, opensAt, closesAt, households, answered, mine: own.filter((household) => household.estateId === estateId).map((household) => rightOf(call, household, survey)),
        waits: seesTown(call.person) && !managesEstate(call.person, estateId) ? { review: awaitsReview(call, survey), remarks } : null,
      }
    }),
  )
}

function rightOf({ personId }: TownCall, household: HouseholdDocument, { _id: id, denominator, opensAt }: SurveyDocument): Summary['mine'][number] {
  const standing = standingOf(household, { id, denominator, opensAt })
  const isRelative = memberOf(household.members, personId)?.relation !== 'lives'
  return { householdId: household._id, label: household.label, standing: standing === 'open' && isRelative ? 'relative' : standing }
}

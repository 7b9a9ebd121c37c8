import { satisfactionBonus } from '../../../../domain/survey/satisfaction'
import { FLAGGED_PERCENT_MAX, flaggedMost } from '../../../../domain/survey/signals'
import { staffOf } from '../../../../store/people'
import type { PersonDocument } from '../../../../types/documents/people'
import type { SurveyDocument, SurveyVerdict } from '../../../../types/documents/surveys'
import { reply, type Handler, type TownCall } from '../../context'
import { shownResult } from './readSurvey'
import { sampleOf } from './sample'
import { summariesOf } from './summaries'
import { isCounted, isRefused, surveyIn } from './surveyIn'

/** 调查办理. While answers come in there is nothing to see but how many. */
export const readSurveyDesk: Handler<'readSurveyDesk'> = async ({ surveyId }, call) => {
  const survey = await surveyIn(call, surveyId)
  if (isRefused(survey)) return survey
  const [[summary], staff, sample] = await Promise.all([summariesOf(call, [survey]), staffOf(call.store, call.townId), sampleShown(call, survey)])
  const { result, signals } = survey
  const nameOf = (id: string | null) => staff.find(({ _id }) => _id === id)?.name ?? ''
  return reply({
    survey: summary!, publishedBy: survey.publishedBy && nameOf(survey.publishedBy), result: result && shownResult(result),
    bonusPoints: result && satisfactionBonus(call.rules.editionOf(survey.editionId), result).points,
    signals: [...signals], flaggedMost: flaggedMost(signals, result?.answered ?? 0), flaggedPercentMax: FLAGGED_PERCENT_MAX,
    sample: sample.map(({ by, ...row }) => ({ ...row, who: by && nameOf(by) })), seedHash: survey.seedHash,
    proposed: verdictOf(call, survey.proposed, staff), decided: verdictOf(call, survey.decided, staff),
  })
}

const verdictOf = ({ personId }: TownCall, verdict: SurveyVerdict | null, staff: readonly PersonDocument[]) =>
  verdict && { who: staff.find(({ _id }) => _id === verdict.by)?.name ?? '', at: verdict.at, release: verdict.release, reason: verdict.reason, mine: verdict.by === personId }

async function sampleShown(call: TownCall, survey: SurveyDocument) {
  if (!isCounted(survey)) return []
  return (await sampleOf(call, survey._id)).map(({ _id, label }) => {
    const said = survey.recontacts.find(({ householdId }) => householdId === _id)
    return { householdId: _id, label, outcome: said?.outcome ?? null, note: said?.note ?? '', by: said?.by ?? null }
  })
}

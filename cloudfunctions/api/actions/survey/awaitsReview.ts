import { satisfactionBonus } from '../../../../domain/survey/satisfaction'
import { needsReview } from '../../../../domain/survey/signals'
import type { SurveyDocument } from '../../../../types/documents/surveys'
import type { TownCall } from '../../context'

/** 加分待复核: it has waited since the count, or it is booked and what the calls say has put it in doubt since. */
export const awaitsReview = ({ rules }: Pick<TownCall, 'rules'>, { stage, result, signals, decided, editionId }: SurveyDocument): boolean =>
  stage === 'held' || (stage === 'final' && decided === null && result !== null && needsReview(signals, result.answered) && satisfactionBonus(rules.editionOf(editionId), result).points > 0)

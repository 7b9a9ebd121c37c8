import type { NoticeFacts } from '../domain/notice/compose'
import { FOLLOW_UP_DAYS } from '../domain/survey/stage'
import { dayNumberOf, startOfDayNumber } from '../domain/time/beijing'
import type { AssessmentDocument } from '../types/documents/scoring'
import type { SurveyDocument, SurveyVerdict } from '../types/documents/surveys'
import type { EstateDocument } from '../types/documents/town'

/** 满意率调查结果 as a fact that the clock books: dated by the last instant of the survey, under the edition it was published by, once. */
export function surveyFact({ _id, townId, estateId, year, editionId, closesAt, result }: SurveyDocument, by: string, now: number): AssessmentDocument {
  if (result === null) throw new Error(`the survey ${_id} has no result`)
  const { households, answered, satisfied } = result
  return {
    _id, townId, estateId, factAt: closesAt - 1, enteredAt: now, by, editionId, booked: false, photos: [], note: `满意率调查：应调查 ${households} 户，回收 ${answered} 份，满意 ${satisfied} 份`,
    kind: 'survey', year, households, answered, satisfied,
  }
}

/** 收回加分: a fact of its own, which the clock books against the entry of the first. */
export const takenBackFact = ({ _id, townId, estateId, year, editionId, closesAt }: SurveyDocument, { by, at, reason }: SurveyVerdict): AssessmentDocument => ({
  _id: `${_id}:takenBack`, townId, estateId, factAt: closesAt - 1, enteredAt: at, by, editionId, booked: false, photos: [], note: `满意率调查加分经复核收回：${reason}`,
  kind: 'correction', year, corrects: _id,
})

/** What a message about an estate's survey is about. */
export const surveyNoticeFacts = (estate: Pick<EstateDocument, 'name'> | null, dueAt: number | null = null): NoticeFacts => ({ subject: `${estate?.name ?? ''}满意率调查`, place: estate?.name ?? '', dueAt })

/** 整改落实 is told for a month of whole days, from when the result is public; null: it is not yet. */
export const measuresUntil = ({ publicAt }: Pick<SurveyDocument, 'publicAt'>): number | null => (publicAt === null ? null : startOfDayNumber(dayNumberOf(publicAt) + FOLLOW_UP_DAYS + 1))

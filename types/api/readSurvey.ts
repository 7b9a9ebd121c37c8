import * as z from 'zod'
import { id, instant, officePhoto, points } from './common'
import { contract } from './contract'
import { questionnaire, surveyId, surveyResult, surveySummary } from './surveyParts'

/** 一项调查: its questions, and once it is counted, the result and what is done about it. */
export const readSurvey = contract(
  z.object({ surveyId }),
  z.object({
    survey: surveySummary, questionnaire,
    /** null before the count, and while its bonus waits. */
    result: surveyResult.nullable(),
    /** What the result adds to the property score; null as long as `result` is. */
    bonus: z.object({ points, isWithheld: z.boolean(), reason: z.string() }).nullable(),
    /** 整改落实, oldest first. `questionId` null: about all of it. */
    measures: z.array(z.object({ id, questionId: z.string().nullable(), text: z.string(), photos: z.array(z.string()), at: instant, who: z.string() })),
    /** Links of this reply to photos that have not passed their check: to be marked. */
    photosUnchecked: z.array(z.string()),
    /** Every photo of 整改落实, for the office only. */
    photos: z.array(officePhoto).nullable(),
    /** Until when the estate tells what it does; null before the count. */
    measuresUntil: instant.nullable(),
    mayAddMeasure: z.boolean(),
  }),
)

import * as z from 'zod'
import { id, instant, year } from './common'
import { contract } from './contract'
import { questionnaire, surveyId, surveyQuestion } from './surveyParts'

/** 拟定调查 of an estate and year, as long as it has not opened. Without questions it has the standard ones. Saving takes a published one back to a draft. */
export const saveSurvey = contract(
  z.object({ estateId: id, year, opensAt: instant, closesAt: instant, questions: z.array(surveyQuestion).min(1).max(20).optional(), remarkPrompt: z.string().trim().max(100).optional() }),
  z.object({ surveyId, questionnaire }),
)

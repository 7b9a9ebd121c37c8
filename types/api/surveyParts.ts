import * as z from 'zod'
import { CODE_LENGTH } from '../../domain/household/code'
import { REMARK_LENGTH_MAX } from '../../domain/survey/questionnaire'
import { SURVEY_STAGES } from '../../domain/survey/stage'
import { MODES } from '../../domain/survey/urn'
import { plainText } from '../../domain/text/plainText'
import { id, instant, year } from './common'

/** What the actions about surveys share. */
export const surveyId = id
export const surveyQuestion = z.object({ id: z.string().regex(/^[a-z][a-zA-Z0-9]{0,19}$/), text: z.string().overwrite(plainText).trim().max(200) })
export const questionnaire = z.object({ version: z.int(), questions: z.array(surveyQuestion), remarkPrompt: z.string() })
/** A number for each question, in their order: 5 best … 1, and 0 没接触过. What is wrong with them is said in words by the domain. */
export const answers = z.array(z.int().min(0).max(9)).max(20)
export const surveyRemark = z.string().overwrite(plainText).trim().max(REMARK_LENGTH_MAX).default('')
/** 改答码, made on the phone. */
export const secret = z.string().length(2 * CODE_LENGTH)
export const surveyMode = z.enum([...MODES, 'merged'])

/** How a household stands in a survey: may answer, has, has handed in paper that is not counted yet, is not asked, or is bound by a relative only. */
export const RIGHT_STANDINGS = ['open', 'answered', 'paper', 'notAsked', 'relative'] as const
export const myRight = z.object({ householdId: id, label: z.string(), standing: z.enum(RIGHT_STANDINGS) })

/** 调查 in a list: everybody sees how many have answered, and nobody who. */
export const surveySummary = z.object({
  id, estateId: id, estateName: z.string(), year, stage: z.enum(SURVEY_STAGES), opensAt: instant, closesAt: instant,
  /** 应调查户数; null before the opening. */
  households: z.int().nullable(),
  answered: z.int(),
  mine: z.array(myRight),
  /** What the office has to do about it; null for whoever does not see the whole town. */
  waits: z.object({ review: z.boolean(), remarks: z.int() }).nullable(),
})
export const questionCount = z.object({ questionId: z.string(), steps: z.array(z.int()), notMet: z.int() })
export const surveyResult = z.object({
  households: z.int(), spent: z.int(), answered: z.int(), satisfied: z.int(), countedAt: instant,
  questions: z.array(questionCount).nullable(),
  modes: z.array(z.object({ mode: surveyMode, answered: z.int(), satisfied: z.int() })).nullable(),
})

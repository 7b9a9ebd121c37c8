import * as z from 'zod'
import { contract } from './contract'
import { surveyId, surveyResult } from './surveyParts'
import { points } from './common'

/** 核对包 of a survey that is final: with it anybody counts again. */
export const readSurveyBundle = contract(
  z.object({ surveyId }),
  z.object({
    surveyId, result: surveyResult, receipts: z.array(z.string()), points, isWithheld: z.boolean(), seedHash: z.string(), seed: z.string(),
    checks: z.array(z.object({ words: z.string(), ok: z.boolean() })),
  }),
)

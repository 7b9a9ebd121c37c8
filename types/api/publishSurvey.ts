import * as z from 'zod'
import { contract } from './contract'
import { surveyId } from './surveyParts'

/** 发布调查: from its first day on it opens by itself. `version`: the questions that were read before it was pressed. */
export const publishSurvey = contract(z.object({ surveyId, version: z.int() }), z.object({ asked: z.int() }))

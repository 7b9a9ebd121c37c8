import * as z from 'zod'
import { cursor, nextCursor } from './common'
import { contract } from './contract'
import { surveyId } from './surveyParts'

/** 居民留言 of a survey that is final, as far as the office has published them. */
export const listSurveyRemarks = contract(z.object({ surveyId, cursor }), z.object({ remarks: z.array(z.string()), nextCursor }))

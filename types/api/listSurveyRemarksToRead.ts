import * as z from 'zod'
import { cursor, id, nextCursor } from './common'
import { contract } from './contract'
import { surveyId } from './surveyParts'

/** 留言审看, for the office and the auditor: those that nobody has read yet, or those that were decided. In an order that stays, so that a page goes on where the last one ended. */
export const listSurveyRemarksToRead = contract(
  z.object({ surveyId, waiting: z.boolean(), cursor }),
  z.object({ remarks: z.array(z.object({ id, text: z.string(), state: z.enum(['waiting', 'published', 'hidden']), reason: z.string() })), nextCursor }),
)

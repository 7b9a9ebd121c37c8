import * as z from 'zod'
import { id, instant } from './common'
import { contract } from './contract'
import { surveyId } from './surveyParts'

/** 纸质问卷 of a survey, newest first. */
export const readPaperBatches = contract(
  z.object({ surveyId }),
  z.object({
    batches: z.array(z.object({
      id, envelopes: z.int(), labels: z.array(z.string()), at: instant, who: z.string(), state: z.enum(['open', 'counted', 'released']),
      /** Who has keyed it in, and whether that was me; where two of them differ. */
      keyedBy: z.array(z.string()), keyedByMe: z.boolean(), mismatches: z.array(z.object({ sheet: z.int(), question: z.int() })),
    })),
  }),
)

import * as z from 'zod'
import { id, key } from './common'
import { contract } from './contract'

/** 批量发码: a slip for each household that has nobody bound and none to use, so many at a time. No code is answered: `printSlips` puts them on paper. */
export const issueSlips = contract(
  z.object({ key, estateId: id, building: z.string().trim().max(20).optional() }),
  z.object({
    runId: id,
    /** How many slips the run has by now. */
    drawn: z.int(),
    /** Households that still wait for one: ask again with the same key. */
    left: z.int(),
  }),
)

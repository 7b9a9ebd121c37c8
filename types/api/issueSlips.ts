import * as z from 'zod'
import { id, key } from './common'
import { contract } from './contract'

/** 批量发码: a slip for each household that has nobody bound and none to use, so many at a time. The codes are shown this once. */
export const issueSlips = contract(
  z.object({ key, estateId: id, building: z.string().trim().max(20).optional() }),
  z.object({
    estateName: z.string(),
    slips: z.array(z.object({ householdId: id, label: z.string(), code: z.string() })),
    /** Households that still wait for one: ask again with another key. */
    left: z.int(),
  }),
)

import * as z from 'zod'
import { id, year, instant, words } from './common'
import { contract } from './contract'

/** 分配奖励: once per town and year, from final standings; opens the publicity period. */
export const allocateRewards = contract(
  z.object({
    year,
    /** 不计入: cases that cannot be booked, each named, with the reason everybody reads. */
    without: z.object({ caseIds: z.array(id).min(1).max(100), reason: words }).optional(),
  }),
  z.object({ publicityEndsAt: instant }),
)

import * as z from 'zod'
import { year, instant } from './common'
import { contract } from './contract'

/** 分配奖励: once per town and year, from final standings; opens the publicity period. */
export const allocateRewards = contract(
  z.object({ year }),
  z.object({ publicityEndsAt: instant }),
)

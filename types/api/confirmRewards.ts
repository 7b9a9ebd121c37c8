import * as z from 'zod'
import { year, done } from './common'
import { contract } from './contract'

/** 确认奖励 after the publicity period, by another person than the one who allocated. */
export const confirmRewards = contract(
  z.object({ year }),
  done,
)

import * as z from 'zod'
import { id, words, year, done } from './common'
import { contract } from './contract'

/** 登记抽签: the order in which equal estates stand. */
export const recordDraw = contract(
  z.object({ year, order: z.array(id).min(2).max(100), note: words }),
  done,
)

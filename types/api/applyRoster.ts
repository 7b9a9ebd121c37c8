import * as z from 'zod'
import { id } from './common'
import { contract } from './contract'

/** 导入名册: takes over the next households of a file that was found right. Called again until `done` is `total`. */
export const applyRoster = contract(
  z.object({ importId: id }),
  z.object({ done: z.int(), total: z.int() }),
)

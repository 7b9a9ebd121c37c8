import * as z from 'zod'
import { id, place, caseSummary } from './common'
import { contract } from './contract'

/** 是否已有人举报: open cases of the same problem, before one reports it again. */
export const findSameProblems = contract(
  z.object({ estateId: id, categoryCode: z.string().max(10), place }),
  z.object({ cases: z.array(caseSummary) }),
)

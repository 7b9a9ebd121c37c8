import * as z from 'zod'
import { id, place, caseSummary } from './common'
import { contract } from './contract'

/** 是否已有人举报: open cases of the same problem, before one reports it again; and those that may be the same, which only the person can tell. */
export const findSameProblems = contract(
  z.object({
    estateId: id,
    /** null: 不确定. */
    categoryCode: z.string().max(10).nullable(),
    place,
  }),
  z.object({ cases: z.array(caseSummary), near: z.array(caseSummary) }),
)

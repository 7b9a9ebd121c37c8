import * as z from 'zod'
import { id, instant } from './common'
import { contract } from './contract'

/** 发码记录: one's own runs in an estate, newest first; at most twenty. */
export const listSlipRuns = contract(
  z.object({ estateId: id }),
  z.object({ runs: z.array(z.object({ runId: id, building: z.string(), at: instant, drawn: z.int(), /** Not used and not replaced. */ open: z.int(), parts: z.int() })) }),
)

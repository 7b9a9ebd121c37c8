import * as z from 'zod'
import { caseNumber, cursor, id, instant, nextCursor } from './common'
import { contract } from './contract'

/** 谁看过我的信息, newest first. `all`: every look in the town, for the auditor; nobody looked at is named. */
export const listUnmaskings = contract(
  z.object({ scope: z.enum(['mine', 'all']).default('mine'), cursor }),
  z.object({
    unmaskings: z.array(z.object({ id, at: instant, who: z.string(), reason: z.string(), caseId: id, /** As it was when they looked. */ caseNumber })),
    nextCursor,
  }),
)

import * as z from 'zod'
import { id, key } from './common'
import { contract } from './contract'

/** 发绑定码: a new slip for a household; one that was not used yet is good no more. By its run it can be printed. */
export const issueCode = contract(
  z.object({ key, householdId: id }),
  z.object({ runId: id, code: z.string(), label: z.string(), estateName: z.string() }),
)

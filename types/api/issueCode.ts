import * as z from 'zod'
import { id, key } from './common'
import { contract } from './contract'

/** 发绑定码: a new slip for a household. The code is shown this once; one that was not used yet is good no more. */
export const issueCode = contract(
  z.object({ key, householdId: id }),
  z.object({ code: z.string(), label: z.string(), estateName: z.string() }),
)

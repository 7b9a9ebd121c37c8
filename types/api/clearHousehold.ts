import * as z from 'zod'
import { id, words } from './common'
import { contract } from './contract'

/** 清退绑定, after somebody moved out: everybody is unbound and told, and the old slip, the invitations and the roster's phone numbers open nothing any more. */
export const clearHousehold = contract(
  z.object({ householdId: id, reason: words }),
  z.object({ members: z.int() }),
)

import * as z from 'zod'
import { id, instant, key } from './common'
import { contract } from './contract'
import { relation } from './householdParts'

/** 邀请家人: a code good once and for a day. Giving it is the consent of somebody who lives there. */
export const inviteToHousehold = contract(
  z.object({ key, householdId: id, relation }),
  z.object({ code: z.string(), expiresAt: instant }),
)

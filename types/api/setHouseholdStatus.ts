import * as z from 'zod'
import { HOUSEHOLD_STATUSES } from '../../domain/household/status'
import { done, id, words } from './common'
import { contract } from './contract'

/** 更改入住情况. A survey that is open goes on by what was so when it opened. */
export const setHouseholdStatus = contract(
  z.object({ householdId: id, status: z.enum(HOUSEHOLD_STATUSES), reason: words }),
  done,
)

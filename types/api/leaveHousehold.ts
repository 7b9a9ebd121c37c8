import * as z from 'zod'
import { done, id } from './common'
import { contract } from './contract'

/** 解除绑定 of oneself. */
export const leaveHousehold = contract(
  z.object({ householdId: id }),
  done,
)

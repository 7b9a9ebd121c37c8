import * as z from 'zod'
import { done, id } from './common'
import { contract } from './contract'

/** 移除家人: one that was invited. Who came by a proof of their own is unbound by themself or by the office. */
export const removeMember = contract(
  z.object({ householdId: id, memberId: id }),
  done,
)

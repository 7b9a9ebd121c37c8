import * as z from 'zod'
import { id, words, done } from './common'
import { contract } from './contract'

/** 审批延期、挂账. */
export const decideRequest = contract(
  z.object({ caseId: id, approve: z.boolean(), reason: words }),
  done,
)

import * as z from 'zod'
import { id, words, done } from './common'
import { contract } from './contract'

/** 退回不成立: it stays with the estate, the clock goes on. */
export const rejectReturn = contract(
  z.object({ caseId: id, reason: words }),
  done,
)

import * as z from 'zod'
import { id, words, done } from './common'
import { contract } from './contract'

/** 返工: the resident says it is not fixed, and the office agrees. */
export const reworkCase = contract(
  z.object({ caseId: id, reason: words }),
  done,
)

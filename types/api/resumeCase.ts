import * as z from 'zod'
import { id, words, done } from './common'
import { contract } from './contract'

/** 恢复办理: a suspension ends before its date. */
export const resumeCase = contract(
  z.object({ caseId: id, reason: words }),
  done,
)

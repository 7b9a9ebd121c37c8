import * as z from 'zod'
import { id, words, fileIds, done } from './common'
import { contract } from './contract'

/** 核查: the answer matches the closing standard, or not (then rework and a proposed finding). */
export const verifyCase = contract(
  z.object({ caseId: id, matches: z.boolean(), method: z.enum(['onSite', 'photos']), text: words, photos: fileIds.default([]), close: z.boolean().default(false) }),
  done,
)

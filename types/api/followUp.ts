import * as z from 'zod'
import { id, rating, remark, fileIds, done } from './common'
import { contract } from './contract'

/** 回访: the reporter says whether it is fixed, and how it was handled. No key: the same word about the same answer, said twice, is said once; of two ratings the last counts. */
export const followUp = contract(
  z.object({ caseId: id, fixed: z.boolean(), text: remark.default(''), photos: fileIds.default([]), rating: rating.optional() }),
  done,
)

import * as z from 'zod'
import { id, remark, fileIds, done } from './common'
import { contract } from './contract'

/** 回访: the reporter says whether it is fixed. No key: the same word about the same answer, said twice, is said once. */
export const followUp = contract(
  z.object({ caseId: id, fixed: z.boolean(), text: remark.default(''), photos: fileIds.default([]) }),
  done,
)

import * as z from 'zod'
import { id, key, remark, fileIds, done } from './common'
import { contract } from './contract'

/** 回访: the reporter says whether it is fixed. */
export const followUp = contract(
  z.object({ key, caseId: id, fixed: z.boolean(), text: remark.default(''), photos: fileIds.default([]) }),
  done,
)

import * as z from 'zod'
import { id, key, remark, fileIds } from './common'
import { contract } from './contract'

/** 附议: follow the open case of the same problem instead of reporting it again. */
export const joinCase = contract(
  z.object({ key, caseId: id, text: remark.default(''), photos: fileIds.default([]) }),
  z.object({ caseId: id, counted: z.boolean() }),
)

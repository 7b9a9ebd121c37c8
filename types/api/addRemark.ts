import * as z from 'zod'
import { id, key, remark, fileIds, done } from './common'
import { contract } from './contract'

/** 补充: a reporter adds words or photos to an open case. */
export const addRemark = contract(
  z.object({ key, caseId: id, text: remark.default(''), photos: fileIds.default([]) }),
  done,
)

import * as z from 'zod'
import { id, words, fileIds, done } from './common'
import { contract } from './contract'

/** 退回: the manager says it is not this estate's. The clock pauses until the office decides. */
export const returnCase = contract(
  z.object({ caseId: id, reason: words, photos: fileIds.default([]) }),
  done,
)

import * as z from 'zod'
import { id, words, fileIds } from './common'
import { contract } from './contract'

/** 回复: handled, with photos of after. Receipt by the server stops the clock. */
export const answerCase = contract(
  z.object({ caseId: id, text: words, photos: fileIds }),
  z.object({ overdue: z.boolean() }),
)

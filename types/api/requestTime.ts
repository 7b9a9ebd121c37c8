import * as z from 'zod'
import { id, words, fileIds, instant, done } from './common'
import { contract } from './contract'

/** 申请延期或挂账, before the deadline, with reason and evidence. */
export const requestTime = contract(
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('extension'), caseId: id, reason: words, photos: fileIds.default([]) }),
    z.object({ kind: z.literal('suspension'), caseId: id, reason: words, photos: fileIds.default([]), until: instant }),
  ]),
  done,
)

import * as z from 'zod'
import { contract } from './contract'

/** 我的举报小结: what came of them. Each case counts once, what was taken back not at all: reported = fixed + open + refusedWithReason. */
export const readMyReports = contract(
  z.object({}),
  z.object({
    reported: z.int(), fixed: z.int(), open: z.int(), refusedWithReason: z.int(),
    /** Of those reported: others had reported them first. */
    joined: z.int(),
  }),
)

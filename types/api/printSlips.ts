import * as z from 'zod'
import { id } from './common'
import { contract } from './contract'

/** 打印绑定码: the slips of one's own run as a Word document, as often as one asks. A large run comes in parts, which stay the same. */
export const printSlips = contract(
  z.object({ runId: id, part: z.int().min(1).default(1) }),
  z.object({
    name: z.string(),
    /** The document in base64. It stands nowhere: it goes to who asked, and is drawn anew for who asks again. */
    file: z.string(),
    slips: z.int(), part: z.int(), parts: z.int(),
    /** Left out of this part: used, or somebody is bound by now; replaced, cleared, or nobody can live there any more. */
    used: z.int(), replaced: z.int(),
  }),
)

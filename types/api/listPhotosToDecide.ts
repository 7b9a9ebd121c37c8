import * as z from 'zod'
import { casePhoto, id, instant } from './common'
import { contract } from './contract'

/** 待审看的照片, oldest first. */
export const listPhotosToDecide = contract(
  z.object({ cursor: z.int().min(0).max(100_000).default(0) }),
  z.object({ photos: z.array(casePhoto.extend({ caseId: id, at: instant })), nextCursor: z.int().nullable() }),
)

import * as z from 'zod'
import { id, words } from './common'
import { contract } from './contract'

/** 改派: another estate is responsible; the clock starts again there. */
export const redirectCase = contract(
  z.object({ caseId: id, estateId: id, reason: words }),
  z.object({ dueAt: z.int().nullable() }),
)

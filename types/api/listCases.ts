import * as z from 'zod'
import { caseSummary, cursor, deskKind, id, nextCursor } from './common'
import { contract } from './contract'

/** 案卷列表. `mine`: reported or joined by me; `estate`: of the estate I manage, by time left; `neighbours`: of the estate I live in; `desk`: what waits for the office; `all`: newest first. */
export const listCases = contract(
  z.object({
    scope: z.enum(['mine', 'estate', 'neighbours', 'desk', 'all']),
    /** Only with scope `desk`. */
    waiting: deskKind.optional(),
    /** With `estate`: still to be handled, or the rest. */
    open: z.boolean().optional(),
    /** Only with scope `all`. */
    origin: z.enum(['reported', 'inspected']).optional(),
    estateId: id.optional(),
    cursor,
  }),
  z.object({ cases: z.array(caseSummary), nextCursor }),
)

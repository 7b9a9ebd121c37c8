import * as z from 'zod'
import { CASE_STATES } from '../../domain/case/transitions'
import { cursor, id, instant, month, nextCursor } from './common'
import { contract } from './contract'

/** 小区公示的案卷, newest first: those that came in a month or were closed in it, as far as they are closed, and the others. No persons, no one's words. */
export const listEstateCases = contract(
  z.object({ estateId: id, /** Without it the current one. */ month: month.optional(), list: z.enum(['fixed', 'open']), cursor }),
  z.object({
    cases: z.array(z.object({
      /** null where the reader may not open it. */
      caseId: id.nullable(),
      number: z.string(), origin: z.enum(['reported', 'inspected']), categoryCode: z.string().nullable(), placeText: z.string(), state: z.enum(CASE_STATES),
      createdAt: instant, closedAt: instant.nullable(),
      /** null: not answered, and not late yet. */
      inTime: z.boolean().nullable(),
      /** Links to the first photos of a closed case, where they may be published. */
      before: z.string().nullable(), after: z.string().nullable(),
    })),
    nextCursor,
  }),
)

import * as z from 'zod'
import { CASE_STATES } from '../../domain/case/transitions'
import { id, instant, meanRating } from './common'
import { contract } from './contract'

/** 小区公示: what was reported and fixed in an estate in a month; no persons, no one's words. */
export const readEstateNews = contract(
  z.object({
    estateId: id,
    /** `2026-04`; without it the current one. */
    month: z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/).optional(),
  }),
  z.object({
    estateId: id, estateName: z.string(), month: z.string(),
    /** Filed cases that came in the month; those closed in it, whenever they came; and of those that came, what is not closed yet or was answered late. */
    reported: z.int(), fixed: z.int(), open: z.int(), late: z.int(),
    rating: meanRating.nullable(),
    /** Newest first; at most a hundred. */
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
  }),
)

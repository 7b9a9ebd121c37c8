import * as z from 'zod'
import { id, instant, period, points, standing } from './common'
import { contract } from './contract'

/** 得分说明 of a month or a year, this month unless told: the entries behind an estate's score, each with its rule and what it rests on. */
export const readScore = contract(
  z.object({ estateId: id, period: period.optional() }),
  z.object({
    period, standing,
    weights: z.object({ longTermPercent: z.int(), propertyPercent: z.int(), fullPoints: points }),
    entries: z.array(
      z.object({
        id: z.string(), seq: z.int(), month: z.string(), sheet: z.enum(['longTerm', 'property', 'project']), rule: z.string(), ruleText: z.string(), clause: z.string(),
        points, factAt: instant, bookedAt: instant, note: z.string(), basis: z.object({ kind: z.string(), id: z.string() }), caseNumber: z.string().nullable(),
        /** What and where, of an entry that rests on a case: its category and the spot, never the words somebody wrote about the place. */
        about: z.object({ category: z.string(), place: z.string() }).nullable(),
        reversed: z.boolean(), hash: z.string(),
      }),
    ),
  }),
)

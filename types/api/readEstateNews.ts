import * as z from 'zod'
import { id, meanRating, month } from './common'
import { contract } from './contract'

/** 小区公示: what was reported and fixed in an estate in a month, in figures. */
export const readEstateNews = contract(
  z.object({ estateId: id, /** Without it the current one. */ month: month.optional() }),
  z.object({
    estateId: id, estateName: z.string(), month: z.string(),
    /** Filed cases that came in the month; those closed in it, whenever they came; and of those that came, what is not closed yet or was answered late. */
    reported: z.int(), fixed: z.int(), open: z.int(), late: z.int(),
    rating: meanRating.nullable(),
  }),
)

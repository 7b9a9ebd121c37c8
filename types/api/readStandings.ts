import * as z from 'zod'
import { at, period, standing } from './common'
import { contract } from './contract'

/** 排名 of a month or a year; this month unless told: what a phone takes for this month may be another. */
export const readStandings = contract(
  z.object({ period: period.optional(), at }),
  z.object({ period, stage: z.enum(['running', 'preliminary', 'final']), months: z.array(z.string()), standings: z.array(standing) }),
)

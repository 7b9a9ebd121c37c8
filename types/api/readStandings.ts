import * as z from 'zod'
import { period, standing } from './common'
import { contract } from './contract'

/** 排名 of a month or a year. */
export const readStandings = contract(
  z.object({ period }),
  z.object({ period, stage: z.enum(['running', 'preliminary', 'final']), months: z.array(z.string()), standings: z.array(standing) }),
)

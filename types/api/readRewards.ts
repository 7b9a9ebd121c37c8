import * as z from 'zod'
import { at, id, instant, points, year, standing, unbookableCase } from './common'
import { contract } from './contract'

/** 奖励: the allocation of a year, or what it would be today. Unless told, of the year whose awards are dealt with now. */
export const readRewards = contract(
  z.object({ year: year.optional(), at }),
  z.object({
    year, stage: z.enum(['forecast', 'publicity', 'confirmed']), undecidedTie: z.array(z.string()),
    tiers: z.array(z.object({ id: z.string(), name: z.string(), places: z.int(), amountFen: z.int() })),
    awards: z.array(z.object({ estateId: id, estateName: z.string(), tier: z.string(), amountFen: z.int(), rank: z.int(), reason: z.string(), marginPoints: points.nullable() })),
    standings: z.array(standing), allocatedAt: instant.nullable(), publicityEndsAt: instant.nullable(), confirmedAt: instant.nullable(),
    /** For the office, before the allocation: cases it waits for, and may leave out with a reason. */
    unbookable: z.array(unbookableCase),
    /** 未计入的案卷: what the allocation was made without, and why. */
    without: z.object({ numbers: z.array(z.string()), reason: z.string() }).nullable(),
    canAllocate: z.boolean(), canConfirm: z.boolean(),
    /** 回避: the caller is of the office and manages an estate. */
    standsBack: z.boolean(), payoutNote: z.string(),
  }),
)

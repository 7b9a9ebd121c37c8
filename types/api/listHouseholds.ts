import * as z from 'zod'
import { HOUSEHOLD_STATUSES } from '../../domain/household/status'
import { cursor, id, instant, nextCursor } from './common'
import { contract } from './contract'

/** 住户名册 of an estate, by address. How many are bound, never who. */
export const listHouseholds = contract(
  z.object({
    estateId: id,
    building: z.string().trim().max(20).optional(),
    room: z.string().trim().max(20).optional(),
    cursor,
  }),
  z.object({
    households: z.array(
      z.object({
        id, label: z.string(), status: z.enum(HOUSEHOLD_STATUSES), members: z.int(), phones: z.int(),
        /** The slip that was issued last: whether its code has been used. */
        slip: z.object({ issuedAt: instant, isSpent: z.boolean() }).nullable(),
      }),
    ),
    total: z.int(), nextCursor,
  }),
)

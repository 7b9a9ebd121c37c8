import * as z from 'zod'
import { id, instant, deskKind, unbookableCase } from './common'
import { contract } from './contract'

/** 待办: what waits for the office by kind, the clock's health, and who cannot be reached. */
export const readDesk = contract(
  z.object({}),
  z.object({
    waiting: z.array(z.object({ kind: deskKind, count: z.int(), oldestAt: instant.nullable() })),
    clock: z.object({ lastRunAt: instant.nullable(), healthy: z.boolean() }),
    unreachable: z.array(z.object({ personId: id, name: z.string(), estateName: z.string() })),
    unbookable: z.array(unbookableCase),
    /** 待审看的照片. */
    photosToDecide: z.int(),
  }),
)

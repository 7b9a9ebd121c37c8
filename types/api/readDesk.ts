import * as z from 'zod'
import { clockJob, clockState, deskKind, id, instant, unbookableCase } from './common'
import { contract } from './contract'

/** 待办: what waits for the office by kind, the clock's health, and who cannot be reached. */
export const readDesk = contract(
  z.object({}),
  z.object({
    waiting: z.array(z.object({ kind: deskKind, count: z.int(), oldestAt: instant.nullable() })),
    clock: z.object({
      state: clockState,
      /** When the last beat began, and when one last came to its end. */
      beganAt: instant.nullable(),
      endedAt: instant.nullable(),
      /** That failed, or have more to do than time. */
      jobs: z.array(clockJob),
      /** 积压的消息: null where none waits long. */
      backlog: z.object({ count: z.int(), oldestAt: instant }).nullable(),
    }),
    /** 没有项目负责人的小区: nobody is told of its cases. */
    unmanaged: z.array(z.object({ estateId: id, name: z.string() })),
    unreachable: z.array(z.object({ personId: id, name: z.string(), estateName: z.string() })),
    unbookable: z.array(unbookableCase),
    /** 待审看的照片. */
    photosToDecide: z.int(),
  }),
)

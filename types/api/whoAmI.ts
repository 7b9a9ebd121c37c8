import * as z from 'zod'
import { id, level } from './common'
import { contract } from './contract'

/** 我是谁: the person behind the call, with roles and scope, and the estates one can choose. */
export const whoAmI = contract(
  z.object({}),
  z.object({
    person: z
      .object({
        id, name: z.string(), townId: id, townName: z.string(), estateId: id.nullable(), estateName: z.string().nullable(),
        grants: z.array(
          z.discriminatedUnion('role', [
            z.object({ role: z.literal('manager'), estateId: id, estateName: z.string() }),
            z.object({ role: z.literal('inspector'), level }),
            z.object({ role: z.literal('office') }),
            z.object({ role: z.literal('auditor') }),
          ]),
        ),
      })
      .nullable(),
    unread: z.int(),
    estates: z.array(z.object({ id, name: z.string(), townName: z.string(), spots: z.array(z.object({ id, name: z.string() })) })),
  }),
)

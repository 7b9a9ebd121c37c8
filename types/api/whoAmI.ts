import * as z from 'zod'
import { CONSENT_KINDS } from '../codes'
import { id, instant, level } from './common'
import { contract } from './contract'
import { myHousehold } from './householdParts'

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
    /** 我的住户, in the person's town. */
    households: z.array(myHousehold),
    /** 授权 as it stands, also of somebody who belongs nowhere yet. */
    consents: z.array(z.object({ kind: z.enum(CONSENT_KINDS), version: z.string(), given: z.boolean(), at: instant })),
    /** 考核办的联系方式, of the person's town; of every town for who belongs to none yet. */
    contacts: z.array(z.object({ townName: z.string(), office: z.string(), phone: z.string(), address: z.string() })),
    /** 已退出的小区, for those who enter facts of its time. */
    leftEstates: z.array(z.object({ id, name: z.string() })),
    estates: z.array(z.object({ id, name: z.string(), townName: z.string(), spots: z.array(z.object({ id, name: z.string() })) })),
  }),
)

import * as z from 'zod'
import { id } from './common'
import { contract } from './contract'
import { myHousehold, offeredHousehold, relation } from './householdParts'

/**
 * 手机号绑定: `phoneCode` from WeChat's button finds the households the roster has for that number. One is bound at once; of several the person chooses, and
 * the second call names `householdId` alone, because WeChat's code is good only once.
 */
export const bindByPhone = contract(
  z
    .object({ phoneCode: z.string().min(1).max(200).optional(), householdId: id.optional(), relation: relation.default('lives') })
    .refine(({ phoneCode, householdId }) => phoneCode !== undefined || householdId !== undefined, { path: ['phoneCode'] }),
  z.object({ household: myHousehold.nullable(), choose: z.array(offeredHousehold) }),
)

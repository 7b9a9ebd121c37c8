import * as z from 'zod'
import { contract } from './contract'
import { myHousehold, relation } from './householdParts'

/** 绑定住户 by the code of a slip or of an invitation, scanned or typed. Sent twice it is done once. */
export const bindHousehold = contract(
  z.object({
    code: z.string().max(60),
    /** Of the bearer of a slip; an invitation says itself what it invites to. */
    relation: relation.default('lives'),
  }),
  z.object({ household: myHousehold }),
)

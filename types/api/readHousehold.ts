import * as z from 'zod'
import { PROOFS } from '../../domain/household/members'
import { id, instant } from './common'
import { contract } from './contract'
import { myHousehold, relation } from './householdParts'

/** 住户 as those bound to it see it: how many they are, since when and by what, and never who. */
export const readHousehold = contract(
  z.object({ householdId: id }),
  z.object({
    household: myHousehold,
    /** In the order they joined: 家人 1, 家人 2 … `id` means something in this household only. */
    members: z.array(z.object({ id, mine: z.boolean(), relation, since: instant, by: z.enum(PROOFS), removable: z.boolean() })),
    mayInvite: z.boolean(),
  }),
)

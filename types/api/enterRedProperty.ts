import * as z from 'zod'
import { factOn, id, points } from './common'
import { contract } from './contract'

/** 录入“红色物业”评分表 (Annex 3), once per estate and year, that of its date. */
export const enterRedProperty = contract(
  z.object({ estateId: id, factOn, hasPartyOrganisation: z.boolean(), marks: z.array(z.object({ code: z.string().max(20), points, evidence: z.string().trim().max(500) })).max(100) }),
  z.object({ points: z.int().nullable() }),
)

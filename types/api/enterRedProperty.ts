import * as z from 'zod'
import { id, year, points } from './common'
import { contract } from './contract'

/** 录入“红色物业”评分表 (Annex 3), once per estate and year. */
export const enterRedProperty = contract(
  z.object({ estateId: id, year, hasPartyOrganisation: z.boolean(), marks: z.array(z.object({ code: z.string().max(20), points, evidence: z.string().trim().max(500) })).max(100) }),
  z.object({ points: z.int().nullable() }),
)

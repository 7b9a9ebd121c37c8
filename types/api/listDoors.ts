import * as z from 'zod'
import { id } from './common'
import { contract } from './contract'
import { RIGHT_STANDINGS, surveyId } from './surveyParts'

/** 上门名单: the households of a building that are asked, and whether they have answered. */
export const listDoors = contract(
  z.object({ surveyId, building: z.string().trim().max(20), open: z.boolean().default(false) }),
  z.object({ buildings: z.array(z.string()), doors: z.array(z.object({ householdId: id, label: z.string(), standing: z.enum(RIGHT_STANDINGS) })) }),
)

import * as z from 'zod'
import { id } from './common'
import { contract } from './contract'
import { answers, secret, surveyId, surveyRemark } from './surveyParts'

/** 投一票, for the household, or the same ballot again with other answers (`revision` counts up). The same sent again is the same ballot. */
export const castBallot = contract(
  z.object({ surveyId, householdId: id, secret, revision: z.int().min(1).max(1000), answers, remark: surveyRemark, milliseconds: z.int().min(0).max(86_400_000) }),
  z.object({ receipt: z.string(), revision: z.int() }),
)

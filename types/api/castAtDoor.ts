import * as z from 'zod'
import { id } from './common'
import { contract } from './contract'
import { answers, secret, surveyId, surveyRemark } from './surveyParts'

/** 上门代投: on a staff member's phone, the resident presses. Once; to change it the household uses the code it was given. */
export const castAtDoor = contract(
  z.object({ surveyId, householdId: id, secret, answers, remark: surveyRemark, milliseconds: z.int().min(0).max(86_400_000) }),
  z.object({ receipt: z.string() }),
)

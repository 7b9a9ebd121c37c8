import * as z from 'zod'
import { RECONTACT_OUTCOMES } from '../documents/surveys'
import { id, remark } from './common'
import { contract } from './contract'
import { surveyId } from './surveyParts'

/** 抽样回访 of a household in the sample: whether somebody of it did answer. Never what. */
export const recordRecontact = contract(z.object({ surveyId, householdId: id, outcome: z.enum(RECONTACT_OUTCOMES), note: remark.default('') }), z.object({}))

import * as z from 'zod'
import { id, remark } from './common'
import { contract } from './contract'
import { surveyId } from './surveyParts'

/** 审看留言: to publish it or, with a reason, not. */
export const decideSurveyRemark = contract(z.object({ surveyId, remarkId: id, publish: z.boolean(), reason: remark.default('') }), z.object({}))

import * as z from 'zod'
import { PAPER_BATCH_MAX } from '../../domain/survey/paper'
import { id, key } from './common'
import { contract } from './contract'
import { surveyId } from './surveyParts'

/** 登记纸质问卷: envelopes that came in, before any of them is opened. Their households answer no other way from then on. */
export const registerPaper = contract(z.object({ key, surveyId, householdIds: z.array(id).min(1).max(PAPER_BATCH_MAX) }), z.object({ batchId: id }))

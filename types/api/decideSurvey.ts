import * as z from 'zod'
import { words } from './common'
import { contract } from './contract'
import { surveyId } from './surveyParts'

/** 加分复核: one of the office proposes to release or withhold, another one confirms the same. A different word is a new proposal. */
export const decideSurvey = contract(z.object({ surveyId, release: z.boolean(), reason: words }), z.object({ isDecided: z.boolean() }))

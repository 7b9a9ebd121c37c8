import * as z from 'zod'
import { at, year } from './common'
import { contract } from './contract'
import { surveySummary } from './surveyParts'

/** 满意率调查 of the town in a year (this one unless told), with the coverage of each. Drafts are the office's and the auditor's alone. */
export const readSurveys = contract(z.object({ year: year.optional(), at }), z.object({ year, surveys: z.array(surveySummary) }))

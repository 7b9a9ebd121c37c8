import * as z from 'zod'
import { SIGNALS } from '../../domain/survey/signals'
import { RECONTACT_OUTCOMES } from '../documents/surveys'
import { id, instant, points } from './common'
import { contract } from './contract'
import { surveyId, surveyResult, surveySummary } from './surveyParts'

const verdict = z.object({ who: z.string(), at: instant, release: z.boolean(), reason: z.string(), mine: z.boolean() })

/** 调查办理, for the office and the auditor: signals, the sample to be called again. Nothing in it says who answered what. */
export const readSurveyDesk = contract(
  z.object({ surveyId }),
  z.object({
    survey: surveySummary, publishedBy: z.string().nullable(),
    result: surveyResult.nullable(),
    /** What the result would add by the rules. */
    bonusPoints: points.nullable(),
    signals: z.array(z.object({ kind: z.enum(SIGNALS), seen: z.int(), flagged: z.int() })),
    flaggedMost: z.int(), flaggedPercentMax: z.int(),
    sample: z.array(z.object({ householdId: id, label: z.string(), outcome: z.enum(RECONTACT_OUTCOMES).nullable(), note: z.string(), who: z.string().nullable() })),
    seedHash: z.string().nullable(),
    proposed: verdict.nullable(), decided: verdict.nullable(),
  }),
)

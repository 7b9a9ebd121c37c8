import type { Decisions } from '../../domain/rulebook/edition'
import type { Questionnaire } from '../../domain/survey/questionnaire'
import type { SurveyResult } from '../../domain/survey/result'
import type { FoundSignal } from '../../domain/survey/signals'
import type { SurveyStage } from '../../domain/survey/stage'
import type { Remark, Urn } from '../../domain/survey/urn'

type Said = { readonly by: string; readonly at: number }
export type SurveyVerdict = Said & { readonly release: boolean; readonly reason: string }

/** `surveys` 满意率调查 of one estate and year. `_id` = `survey:<town>:<estate>:<year>`. */
export type SurveyDocument = {
  readonly _id: string
  readonly townId: string
  readonly estateId: string
  readonly year: number
  readonly stage: SurveyStage
  readonly questionnaire: Questionnaire
  /** Both at 00:00 Beijing; half-open: at `closesAt` it is over. */
  readonly opensAt: number
  readonly closesAt: number
  readonly editionId: string
  /** Who is asked (decision D11), by the edition it was published under. */
  readonly denominator: Decisions['coverageDenominator']
  readonly savedBy: string
  readonly savedAt: number
  readonly publishedBy: string | null
  /** The clock looks at it from here on; null: nothing is left for it to do. */
  readonly nextAt: number | null
  /** 应调查户数 as it was fixed at the opening; null before it. */
  readonly households: number | null
  /** So many urns stand for it. */
  readonly urns: number
  /** A hash of the seed, published at the opening: nobody can choose afterwards who is called again. */
  readonly seedHash: string | null
  /** What its households are being told, and up to which of them (by address) they are. */
  readonly telling: { readonly kind: 'surveyOpen' | 'surveyLastDays' | 'surveyResult'; readonly after: string } | null
  readonly lastDaysTold: boolean
  readonly result: SurveyResult | null
  /** Since when everybody reads the result. */
  readonly publicAt: number | null
  readonly signals: readonly FoundSignal[]
  /** 留言 that nobody of the office has looked at yet. */
  readonly remarksWaiting: number
  /** 加分 waits: what one of the office proposed, and what another one decided. */
  readonly proposed: SurveyVerdict | null
  readonly decided: SurveyVerdict | null
  /** 抽样回访: households of the sample, as somebody called there. */
  readonly recontacts: readonly (Said & { readonly householdId: string; readonly outcome: RecontactOutcome; readonly note: string })[]
}
export const RECONTACT_OUTCOMES = ['confirmed', 'denied', 'unreached'] as const
export type RecontactOutcome = (typeof RECONTACT_OUTCOMES)[number]

/** `urns` while the survey is open; then the same document stands in `sealedUrns`, and what comes too late finds none. `_id` = `<survey>:<n>`. */
export type UrnDocument = Urn & { readonly _id: string; readonly townId: string; readonly surveyId: string }

/** 留言 after the close: read by the office before anybody else does. */
export type ReviewedRemark = Remark & { readonly state: 'waiting' | 'published' | 'hidden'; readonly by: string | null; readonly reason: string }
export type SealedUrnDocument = Omit<UrnDocument, 'remarks'> & { readonly remarks: readonly ReviewedRemark[] }

/** `paperBatches` 纸质问卷: envelopes with a household on them, and sheets with answers in them, in no order that joins them. */
export type PaperBatchDocument = {
  readonly _id: string
  readonly townId: string
  readonly surveyId: string
  readonly householdIds: readonly string[]
  readonly registeredBy: string
  readonly registeredAt: number
  /** Keyed in by two people; the sheets are forgotten when both are the same and counted. */
  readonly keyed: readonly { readonly by: string; readonly sheets: readonly string[] }[]
  readonly state: 'open' | 'counted' | 'released'
  readonly released?: Said & { readonly reason: string }
}

/** `surveyMeasures` 整改落实: what is done about a result. */
export type SurveyMeasureDocument = {
  readonly _id: string
  readonly townId: string
  readonly surveyId: string
  readonly estateId: string
  /** The question it answers; null: a remark, or all of it. */
  readonly questionId: string | null
  readonly text: string
  readonly photos: readonly string[]
  readonly at: number
  readonly by: string
}

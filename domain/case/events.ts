import type { FindingKind, HandlingLimit, Level } from '../rulebook/edition'
import type { Place } from './place'

export const ORIGINS = ['reported', 'inspected'] as const
export type Origin = (typeof ORIGINS)[number]
export type Actor = {
  readonly role: 'resident' | 'manager' | 'inspector' | 'office' | 'clock'
  /** Person id of staff; a resident is named only by the report, so that no case document can give a reporter away. */
  readonly person: string
}
export type VerificationMethod = 'followUp' | 'onSite' | 'photos'

type Happened = { readonly at: number; readonly by: Actor }
/** 文字没有检查: WeChat could not say anything about these words when they came. */
export type CheckMark = { readonly unchecked?: true }
type Evidence = CheckMark & { readonly text: string; readonly photos: readonly string[] }
/** Whose law a run of handling stands under, whatever comes later: the calendar's version and the edition that were in force when it began. */
export type Law = { readonly calendarVersion: string; readonly editionId: string }
/** The clock starts (or starts again): with which limit, under which law. */
type Start = Law & { readonly limit: HandlingLimit }

/**
 * 居民的话: what residents say in a case without moving it. Any number of people may, so each stands in a document of its own (decision 0046): in a case stand
 * what its state follows from and what staff did, and both are few.
 */
export const REMARK_TYPES = ['joined', 'remarked', 'confirmedFixed', 'reportedUnfixed'] as const
export type RemarkType = (typeof REMARK_TYPES)[number]

/** What can happen to a case (案卷). The list of events is the case; everything else is derived from it. */
export type CaseEvent = Happened &
  (
    | ({
        readonly type: 'submitted'
        readonly reportId: string
        readonly level: Level
        readonly estateId: string
        readonly place: Place
        /** null: 不确定, the office classifies. */
        readonly categoryCode: string | null
      } & Evidence)
    | ({
        readonly type: 'found'
        readonly inspectionId: string
        readonly level: Level
        readonly estateId: string
        readonly place: Place
        readonly categoryCode: string
        readonly editionId: string
      } & Evidence)
    /** Stands in the case where it counts by itself; the words of every joining are a remark. */
    | { readonly type: 'joined'; readonly reportId: string; readonly counted: boolean }
    | { readonly type: 'remarked'; readonly reportId: string }
    | { readonly type: 'withdrawn' }
    | { readonly type: 'refused'; readonly reason: string }
    | { readonly type: 'filed'; readonly categoryCode: string; readonly editionId: string }
    | ({ readonly type: 'dispatched'; readonly estateId: string } & Start)
    | ({ readonly type: 'returned' } & Evidence)
    | { readonly type: 'returnRejected'; readonly reason: string }
    | ({ readonly type: 'redirected'; readonly estateId: string; readonly reason: string } & Start)
    | ({ readonly type: 'requested'; readonly kind: 'extension' | 'suspension'; readonly until?: number } & Evidence)
    | { readonly type: 'requestRefused'; readonly reason: string }
    | { readonly type: 'extended'; readonly reason: string }
    | { readonly type: 'suspended'; readonly from: number; readonly until: number; readonly reason: string }
    | { readonly type: 'resumed'; readonly reason: string }
    | ({ readonly type: 'answered' } & Evidence)
    | { readonly type: 'confirmedFixed'; readonly reportId: string }
    /** The first about an answer, which changes the state; what others add to it is a remark. */
    | ({ readonly type: 'reportedUnfixed'; readonly reportId: string } & Evidence)
    | ({ readonly type: 'verified'; readonly method: VerificationMethod } & Evidence)
    | ({ readonly type: 'verificationFailed'; readonly method: VerificationMethod } & Evidence & Start)
    | ({ readonly type: 'reworked'; readonly reason: string } & Start)
    | { readonly type: 'closed' }
    | { readonly type: 'findingProposed'; readonly finding: FindingKind; readonly reason: string; readonly factAt: number }
    | { readonly type: 'findingConfirmed'; readonly finding: FindingKind; readonly reason: string }
    | { readonly type: 'findingDropped'; readonly finding: FindingKind; readonly reason: string }
    /** `run` counts from 0 in the order of their beginnings. */
    | { readonly type: 'overdueRecorded'; readonly run: number; readonly dueAt: number }
    /** 时限变更: the office has seen whose deadline a new calendar or edition moves, and wants it so. */
    | ({ readonly type: 'relimited'; readonly reason: string } & Law)
    /** A stranger's face or plate: from now on the replacement is shown. */
    | { readonly type: 'photoRedacted'; readonly photo: string; readonly replacement: string }
  )
export type CaseEventType = CaseEvent['type']

import type { Tally } from '../../domain/abuse/dailyLimits'
import type { PhotoState } from '../../domain/privacy/photoCheck'
import type { ConsentKind } from '../codes'

type Consent = { readonly version: string; readonly given: boolean; readonly at: number }
/** `consents` 授权: what was said to each kind, newest last. `_id` = `<person>:<kind>`. */
export type ConsentDocument = { readonly _id: string; readonly personId: string; readonly kind: ConsentKind; readonly said: readonly Consent[] }

/** What a photo was sent with: an event of a case, 整改落实 of a survey, or a fact for the score. */
export type PhotoOwner = { readonly caseId: string } | { readonly surveyId: string } | { readonly assessmentId: string }

/** `photoChecks` 照片内容检查, one for each photo that was taken in. `_id` is derived from the file as the event names it. */
export type PhotoCheckDocument = {
  readonly _id: string
  readonly townId: string
  readonly of: PhotoOwner
  /** Where it stands; of one that was covered, where nobody is led any more. */
  readonly fileId: string
  /** A hash of what is seen on it: the same picture under another name is the same. */
  readonly content: string
  /** In whose name WeChat checks it; forgotten as soon as the check is over. */
  readonly personId: string | null
  readonly state: PhotoState
  /** WeChat's name for the check, by which it brings the verdict. Told to nobody. */
  readonly traceId: string | null
  /** The clock looks at it from here on; null: nothing is left for it to do. */
  readonly tryAt: number | null
  readonly attempts: number
  readonly waitsForOffice: boolean
  readonly at: number
  /** The office's word stands, whatever WeChat says later. */
  readonly decided: { readonly by: string; readonly at: number; readonly reason: string } | null
}

/** `unmaskings` 查看身份记录: who of the office looked at which reporter, and why. */
export type UnmaskingDocument = {
  readonly _id: string
  readonly townId: string
  readonly caseId: string
  /** null: nobody had filed it yet. */
  readonly caseNumber: string | null
  readonly reportId: string
  /** Who was looked at; null once they are gone. */
  readonly personId: string | null
  readonly by: string
  readonly byName: string
  readonly at: number
  readonly reason: string
}

/**
 * `tallies` 次数, of one person by a keyed hash: whoever has the database learns from it nobody's name, and it outlives 删除我的数据, so that deleting gives no
 * limit back. Whoever acts in the own name writes it, and so does the deletion: of the two at the same moment one comes first.
 */
export type TallyDocument = Tally & {
  readonly _id: string
  /** How often it was written, so that no write is none. */
  readonly turns: number
  /** How often the person's data was deleted. */
  readonly erasures: number
  readonly forgetAt: number
}

/** `voices` 发言: that somebody has reported or joined a case, by keyed hashes. It outlives the deletion for as long as the case could be spoken on again. */
export type VoiceDocument = {
  readonly _id: string
  readonly townId: string
  /** The tally's `_id`. */
  readonly tallyId: string
  readonly caseId: string
  readonly at: number
  readonly first: boolean
  /** The clock looks from here on whether the case is over. */
  readonly forgetAt: number
}

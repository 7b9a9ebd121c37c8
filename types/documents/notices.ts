import type { NoticeFacts } from '../../domain/notice/compose'
import type { ClockJob, NoticeKind, TemplateKey, Urgency } from '../codes'

/** `notices`: outbox and inbox in one. `_id` is derived from its cause, so that it is written and told once. */
export type NoticeDocument = {
  readonly _id: string
  readonly townId: string
  readonly personId: string
  readonly kind: NoticeKind
  readonly template: TemplateKey
  readonly urgency: Urgency
  readonly caseId: string | null
  /** What it is about (问题), in the person's words or the category's name. */
  readonly subject: string
  readonly text: string
  readonly place: string
  readonly dueAt: number | null
  readonly createdAt: number
  /** `waiting` is looked at by the clock from `tryAt` on; `unreachable`: no message left, the inbox has it. */
  readonly state: 'waiting' | 'sent' | 'unreachable' | 'dead'
  /** From when on it could go out; `tryAt`: when it is tried next. */
  readonly waitingSince: number
  readonly tryAt: number
  /** The beat that is sending it; what that leaves undone is free again at `tryAt`. */
  readonly claim: string | null
  readonly attempts: number
  readonly lastError: string | null
  readonly readAt: number | null
}
/**
 * `announcements` 待告知: what the reporters of a case, or the managers of an estate, are to be told. Written with the fact, and turned into notices by the clock; gone
 * when all are told. It names nobody. `_id` is derived from the cause.
 */
export type AnnouncementDocument = ToReporters | ToManagers
type Announced = {
  readonly _id: string
  readonly townId: string
  readonly caseId: string
  readonly kind: NoticeKind
  readonly cause: string
  readonly facts: NoticeFacts
  readonly urgency: Urgency
  readonly inWorkingTime: boolean
  readonly at: number
}
export type ToManagers = Announced & { readonly audience: 'managers'; readonly estateId: string }
export type ToReporters = Announced & {
  readonly audience: 'reporters'
  /** Up to which of the case's reports, by id, it has come. */
  readonly after: string
  /** The report of whoever has just said it, and need not be told. */
  readonly except: string | null
  /** Only for those who have said nothing about this answer. */
  readonly silentAbout: number | null
}
/** `quotas`: accepted and used messages per person and template. `_id` = `<person>:<template>`. */
export type QuotaDocument = { readonly _id: string; readonly townId: string; readonly personId: string; readonly template: TemplateKey; readonly accepted: number; readonly used: number }
/** `heartbeats` 心跳: the clock's beats, `_id` = 'clock'; and when it last came to the end of forgetting, `_id` = 'forgetting'. */
export type HeartbeatDocument = {
  readonly _id: string
  /** When the last one began, and which was the last to come to its end. */
  readonly at: number
  readonly endedAt: number | null
  /** Beats that began since and did not come to their end, the job that the last of them has begun, and those in which the earlier ones were lost. */
  readonly lost: number
  readonly begun: ClockJob | null
  readonly lostIn: readonly ClockJob[]
  /** Of the one that came to its end: jobs that failed as a whole, that had more to do than time, and, of these, that had no turn at all. */
  readonly failed: readonly ClockJob[]
  readonly behind: readonly ClockJob[]
  readonly unserved: readonly ClockJob[]
  /** What is due and fails, each for itself: it comes after all else. `townId`: null where nobody knows whose it is. */
  readonly stuck: readonly { readonly job: ClockJob; readonly id: string; readonly townId: string | null }[]
}

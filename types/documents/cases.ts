import type { CaseEvent, CheckMark, RemarkType } from '../../domain/case/events'
import type { ReporterWord } from '../../domain/case/followUp'
import type { CaseIndex } from '../../domain/case/handling'
import type { ReportRating } from '../../domain/case/ratings'

/** `cases` 案卷: the events are the case; the index fields beside them are derived and only serve queries. */
export type CaseDocument = CaseIndex & {
  readonly _id: string
  readonly townId: string
  /** What people say to each other: '202611-0007'. null until it is filed (立案). */
  readonly number: string | null
  readonly createdAt: number
  /** 小区公示: of a case that was filed the month in which it came, and all in whose news it stands, that of its closing too. */
  readonly cameIn: string | null
  readonly newsIn: readonly string[]
  readonly events: readonly CaseEvent[]
  /** How many reports have joined it (附议), how many remarks were added (补充), and how often a resident said anything beside its events. Each is a document of its own. */
  readonly followers: number
  readonly remarks: number
  readonly words: number
  /** The next reminder to the manager that is not out yet; those up to `remindedUntil` are. */
  readonly remindAt: number | null
  readonly remindedUntil: number
  /** The same for 回访: who said nothing is asked once more at `askAt`; what was due up to `askedUntil` is asked. */
  readonly askAt: number | null
  readonly askedUntil: number
  /** When the clock has to look for ledger entries: at once after an event that may cost, else at the running deadline. */
  readonly bookAt: number | null
  /** So many events the clock has turned into entries. */
  readonly bookedEvents: number
}

/** `reports` 举报: the only place that ties a person to a case. Never read on behalf of a manager. */
export type ReportDocument = {
  readonly _id: string
  readonly townId: string
  readonly caseId: string
  /** null: deleted, or kept long enough. */
  readonly personId: string | null
  readonly at: number
  /** The clock looks from here on whether the person is to be forgotten. */
  readonly forgetAt: number | null
  readonly first: boolean
  /** 代办: the household it was made for. */
  readonly forHouseholdId: string | null
  /** 评价 of the handling, 1 to 5; the last one given counts. Its mark is a keyed hash of person, estate and month, which outlives the person's data. */
  readonly rating: ReportRating | null
  /** 回访: what was said about the newest answer that anything was said about. */
  readonly word: ReporterWord | null
  /** How many remarks were added to it. */
  readonly remarks: number
}

/** `caseRemarks` 居民的话: what was said with a report that joined, as a remark, or about an answer. Only the report ties it to a person. */
export type CaseRemarkDocument = CheckMark & {
  readonly _id: string
  readonly townId: string
  readonly caseId: string
  readonly reportId: string
  readonly type: RemarkType
  readonly at: number
  /** Which of the case's it is, from 1 on, and after how many events of the case it was said. */
  readonly number: number
  readonly after: number
  readonly text: string
  readonly photos: readonly string[]
}

/**
 * `unbookableCases` 不能入账的案卷: a case the clock could not turn into entries, and why. Gone as soon as it can. `_id` = the case. `detail`: the year or the rule that
 * is missing.
 */
export type UnbookableCaseDocument = {
  readonly _id: string
  readonly townId: string
  readonly number: string
  readonly cause: UnbookableCause
  readonly detail: string
  readonly since: number
}
export const UNBOOKABLE_CAUSES = ['calendarMissing', 'ruleUndecided', 'broken'] as const
export type UnbookableCause = (typeof UNBOOKABLE_CAUSES)[number]

import type { CaseEvent } from '../../domain/case/events'
import type { CaseIndex } from '../../domain/case/handling'

/** `cases` 案卷: the events are the case; the index fields beside them are derived and only serve queries. */
export type CaseDocument = CaseIndex & {
  readonly _id: string
  readonly townId: string
  /** What people say to each other: '202611-0007'. */
  readonly number: string
  readonly createdAt: number
  readonly events: readonly CaseEvent[]
  /** The next reminder to the manager that is not out yet; those up to `remindedUntil` are. */
  readonly remindAt: number | null
  readonly remindedUntil: number
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
  readonly personId: string
  readonly at: number
  readonly first: boolean
}

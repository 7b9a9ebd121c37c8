import type { NoticeKind, TemplateKey } from '../codes'

/** `notices`: outbox and inbox in one. `_id` is derived from its cause, so that it is written and told once. */
export type NoticeDocument = {
  readonly _id: string
  readonly townId: string
  readonly personId: string
  readonly kind: NoticeKind
  readonly template: TemplateKey
  readonly caseId: string | null
  /** What it is about (问题), in the person's words or the category's name. */
  readonly subject: string
  readonly text: string
  readonly place: string
  readonly dueAt: number | null
  readonly createdAt: number
  /** `waiting` is looked at by the clock from `tryAt` on; `unreachable`: no message left, the inbox has it. */
  readonly state: 'waiting' | 'sent' | 'unreachable' | 'dead'
  readonly tryAt: number
  readonly attempts: number
  readonly lastError: string | null
  readonly readAt: number | null
}
/** `quotas`: accepted and used messages per person and template. `_id` = `<person>:<template>`. */
export type QuotaDocument = { readonly _id: string; readonly townId: string; readonly personId: string; readonly template: TemplateKey; readonly accepted: number; readonly used: number }
/** `heartbeats`: the clock's last run. `_id` = 'clock'. */
export type HeartbeatDocument = { readonly _id: string; readonly at: number; readonly failed: readonly string[]; readonly more: boolean }

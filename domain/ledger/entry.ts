import type { Points } from '../rulebook/edition'

/** Which score an entry moves. */
export type Sheet = 'longTerm' | 'property' | 'project'
export type Basis = { readonly kind: 'case' | 'propertyCheck' | 'survey' | 'project' | 'correction'; readonly id: string }

/** 计分分录 as it is decided, before it is chained. `_id` is derived from the cause: the same cause can never be booked twice. */
export type EntryDraft = {
  readonly _id: string
  readonly townId: string
  readonly estateId: string
  /** Beijing month of the fact, '2026-04'. */
  readonly month: string
  readonly sheet: Sheet
  /** Rule code: a finding kind, 'inspected', 'doubled', an Annex 2 code, 'satisfaction', 'project:city'. */
  readonly rule: string
  readonly editionId: string
  /** Signed centipoints. */
  readonly points: Points
  readonly basis: Basis
  /** The instant of the fact, not of the sweep that found it. */
  readonly factAt: number
  /** Who established the fact. */
  readonly by: string
  readonly note: string
  /** 冲正: the entry this one takes back. */
  readonly reverses?: string
}
/** 计分账: append-only, chained per town. */
export type LedgerEntry = EntryDraft & { readonly bookedAt: number; readonly seq: number; readonly prevHash: string; readonly hash: string }

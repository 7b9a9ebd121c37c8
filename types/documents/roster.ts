import type { Address } from '../../domain/household/address'
import type { HouseholdStatus } from '../../domain/household/status'

/** `rosterImports` 名册导入: a file that was found right, waiting to be taken over page by page. `_id` is derived from the uploaded file, which itself is gone. */
export type RosterImportDocument = {
  readonly _id: string
  readonly townId: string
  readonly estateId: string
  readonly by: string
  readonly at: number
  /** Households in the file, and in how many pages they stand. */
  readonly total: number
  readonly pages: number
  /** Pages that were taken over, from the first on. */
  readonly applied: number
  readonly begunAt: number | null
  /** What it would change, as told when the file was read. */
  readonly summary: RosterSummary
  /** Which sheet of the file was read, and which were not. */
  readonly sheets?: RosterSheets
}
/** 工作表: the first one that can be seen is read; the others that hold something are told. */
export type RosterSheets = { readonly read: string; readonly unread: readonly { readonly name: string; readonly isHidden: boolean }[] }
export type RosterSummary = {
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  /** On the roster and not in the file: they stay as they are. */
  readonly absent: number
}

/** `rosterPages`: so many of its households; gone as soon as they are taken over. No number stands in it, only keyed hashes. */
export type RosterPageDocument = { readonly _id: string; readonly townId: string; readonly at: number; readonly rows: readonly RosterPageRow[] }
/** `householdId`: the household stands on the roster already, under a name that came from an older spelling of its address. */
export type RosterPageRow = Address & { readonly status: HouseholdStatus; readonly phoneHashes: readonly string[]; readonly householdId?: string }

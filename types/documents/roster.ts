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
}
export type RosterSummary = {
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  /** On the roster and not in the file: they stay as they are. */
  readonly absent: number
}

/** `rosterPages`: so many of its households; gone as soon as they are taken over. No number stands in it, only keyed hashes. */
export type RosterPageDocument = { readonly _id: string; readonly townId: string; readonly at: number; readonly rows: readonly RosterPageRow[] }
export type RosterPageRow = Address & { readonly status: HouseholdStatus; readonly phoneHashes: readonly string[] }

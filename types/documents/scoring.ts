import type { LedgerEntry } from '../../domain/ledger/entry'
import type { Award } from '../../domain/reward/allocate'
import type { InspectionMode } from '../codes'
import type { Level, ProjectLevel } from '../../domain/rulebook/edition'
import type { RedPropertySheet } from '../../domain/score/redProperty'
import type { Standing } from '../../domain/score/standings'

type Entered = { readonly _id: string; readonly townId: string; readonly estateId: string; readonly factAt: number; readonly by: string; readonly enteredAt: number }

/** `inspections` 检查. */
export type InspectionDocument = Entered & { readonly level: Level; readonly mode: InspectionMode; readonly caseIds: readonly string[] }

/** `assessments`: facts that the clock turns into ledger entries. */
export type AssessmentDocument = Entered & { readonly editionId: string; readonly booked: boolean; readonly photos: readonly string[]; readonly note: string } & (
    | { readonly kind: 'propertyCheck'; readonly ruleCode: string; readonly count: number }
    | { readonly kind: 'project'; readonly level: ProjectLevel }
    | { readonly kind: 'survey'; readonly year: number; readonly households: number; readonly answered: number; readonly satisfied: number }
    /** Takes back what another fact has moved. */
    | { readonly kind: 'correction'; readonly year: number; readonly corrects: string }
  )

/** `redPropertySheets`: `_id` = `<town>:<estate>:<year>`. */
export type RedPropertyDocument = Entered & { readonly year: number; readonly editionId: string; readonly sheet: RedPropertySheet; readonly points: number | null }

/** `ledger` 计分账. */
export type LedgerDocument = LedgerEntry
/** `ledgerHeads`: the end of a town's chain. `_id` = town. */
export type LedgerHeadDocument = { readonly _id: string; readonly townId: string; readonly seq: number; readonly hash: string }

/** `draws` 抽签记录: `_id` = `<town>:<year>`. */
export type DrawDocument = { readonly _id: string; readonly townId: string; readonly year: number; readonly order: readonly string[]; readonly note: string; readonly by: string; readonly at: number }

/** `allocations`: once per town and year, `_id` = `<town>:<year>`; a frozen snapshot. */
export type AllocationDocument = {
  readonly _id: string
  readonly townId: string
  readonly year: number
  readonly editionId: string
  /** Who stood in the table (D15), under the name of that day, with its own months. */
  readonly members: readonly { readonly estateId: string; readonly name: string; readonly months: readonly string[] }[]
  readonly standings: readonly Standing[]
  readonly awards: readonly Award[]
  /** Cases that could not be booked, and were left out with a reason. */
  readonly without: { readonly cases: readonly { readonly caseId: string; readonly number: string }[]; readonly reason: string } | null
  readonly ledgerSeq: number
  readonly ledgerHash: string
  readonly by: string
  readonly at: number
  readonly publicityEndsAt: number
  readonly confirmedBy: string | null
  readonly confirmedAt: number | null
}

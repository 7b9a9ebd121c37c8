import { householdId } from './households'
import type { RosterPageRow } from '../types/documents/roster'

type Hash = (text: string) => string
const HEX_KEPT = 24

/** The same file for the same estate is the same import. */
export const rosterImportId = (hash: Hash, estateId: string, fileId: string): string => `roster${hash(`${estateId}|${fileId}`).slice(0, HEX_KEPT)}`
export const rosterPageId = (importId: string, page: number): string => `${importId}:${page}`
/** A document stays far below the platform's half megabyte, also with five numbers in every row. */
export const ROSTER_PAGE_ROWS = 500

/** Households of a page by the ids they have or will have. */
export const byHouseholdId = (hash: Hash, estateId: string, rows: readonly RosterPageRow[]): ReadonlyMap<string, RosterPageRow> => new Map(rows.map((row) => [row.householdId ?? householdId(hash, estateId, row), row]))

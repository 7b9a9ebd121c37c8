/** What stands in a cell of a sheet. */
export type Cell = string | number | boolean | Date | null

/** The words of a cell, also where a room or a phone was typed as a number; null where a spreadsheet made something else of it (`3-2` becomes a date). */
export function cellText(cell: Cell | undefined): string | null {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'string') return cell.normalize('NFKC').trim()
  return typeof cell === 'number' && Number.isFinite(cell) ? String(cell) : null
}

export type Line = Readonly<Record<string, string>>

/** Lines as a Markdown table, so that what a run prints can be read as it is and pasted as it is. Numbers stand on the right. */
export function table(lines: readonly Line[]): string {
  const columns = Object.keys(lines[0] ?? {})
  const widths = columns.map((column) => Math.max(column.length, 2, ...lines.map((line) => line[column]!.length)))
  const isWord = columns.map((_, at) => at === 0)
  const row = (cells: readonly string[]) => `| ${cells.map((cell, at) => (isWord[at] ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!))).join(' | ')} |`
  const rule = `|${widths.map((width, at) => (isWord[at] ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`
  return [row(columns), rule, ...lines.map((line) => row(columns.map((column) => line[column]!)))].join('\n')
}

/** Three figures are more than a shared machine can promise. */
export const rounded = (rate: number): string => (rate >= 100 ? Number(rate.toPrecision(3)).toLocaleString('en-US') : rate.toFixed(1))

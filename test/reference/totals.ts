/** 得分 from the ledger alone, written from the plan (三1, 三2, 五2; decision D5): 60 % and 40 %, a year is the mean of its months. */
export type Booked = { readonly estateId: string; readonly month: string; readonly sheet: string; readonly points: number }
export type Totals = { readonly longTerm: number; readonly property: number; readonly bonus: number; readonly composite: number }

const FULL = 10_000
const sum = (entries: readonly Booked[]): number => entries.reduce((total, { points }) => total + points, 0)
const round = (exact: number): number => Math.sign(exact) * Math.floor(Math.abs(exact) + 0.5 + 1e-9)

/** @param months those that count; property and projects are the year's up to the last of them */
export function totalsOf(ledger: readonly Booked[], estateId: string, months: readonly string[]): Totals {
  const last = months[months.length - 1]!
  const own = ledger.filter((entry) => entry.estateId === estateId && entry.month.slice(0, 4) === last.slice(0, 4) && entry.month <= last)
  const of = (sheet: string) => own.filter((entry) => entry.sheet === sheet)
  const monthly = months.map((month) => Math.max(0, FULL + sum(of('longTerm').filter((entry) => entry.month === month))))
  const longTerm = monthly.reduce((total, score) => total + score, 0) / monthly.length
  const property = Math.max(0, FULL + sum(of('property')))
  const bonus = sum(of('project'))
  return { longTerm: round(longTerm), property, bonus, composite: round((60 * longTerm + 40 * property) / 100 + bonus) }
}

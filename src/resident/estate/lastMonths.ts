/** 2026-01 → 2025-12. */
function monthBefore(month: string): string {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5))]
  return number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, '0')}`
}

/** `count` months that end with this one, newest first. */
export function lastMonths(current: string, count: number): string[] {
  const months = [current]
  while (months.length < count) months.push(monthBefore(months[months.length - 1]!))
  return months
}

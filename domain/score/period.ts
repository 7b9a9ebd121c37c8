/** 考核周期: `2026` or `2026-04`, Beijing calendar. */
export const isYear = (period: string): boolean => period.length === 4
export const yearOfPeriod = (period: string): number => Number(period.slice(0, 4))

/**
 * The months whose long-term scores a period means: none before the town's first assessed month, none that has not begun.
 * Empty: the period is not assessed (yet).
 */
export function monthsOf(period: string, since: string, currentMonth: string): readonly string[] {
  const months = isYear(period) ? Array.from({ length: 12 }, (_, index) => `${period}-${String(index + 1).padStart(2, '0')}`) : [period]
  return months.filter((month) => month >= since && month <= currentMonth)
}

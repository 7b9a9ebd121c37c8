/** 2026年11月, 2026年度, of `2026-11` and `2026`. */
export function periodWords(period: string): string {
  const [year, month] = period.split('-')
  return month ? `${year}年${Number(month)}月` : `${year}年度`
}
/** 11月, 2026年度: where the year goes without saying. */
export const shortPeriod = (period: string, currentYear: string): string => (period.startsWith(`${currentYear}-`) ? `${Number(period.slice(5))}月` : periodWords(period))

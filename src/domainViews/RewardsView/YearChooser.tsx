import { DAY_MS, yearOf } from '../../../domain/time/beijing'
import { Segments } from '@/components/Segments'
import { serverNow } from '@/services/serverNow'

export const thisYear = (): number => yearOf(serverNow())

const HALF_A_YEAR_MS = 182 * DAY_MS
/** In the first half of a year the office deals with the one before. */
export const yearToAllocate = (): number => yearOf(serverNow() - HALF_A_YEAR_MS)

/** This year, whose awards are a forecast, and the last one, whose awards are given. */
export function YearChooser({ value, onChange }: { value: number; onChange: (year: number) => void }) {
  const year = thisYear()
  const items = [{ value: String(year), words: `今年（${year}）` }, { value: String(year - 1), words: `去年（${year - 1}）` }]
  return <Segments label='年度' items={items} value={String(value)} onChange={(chosen) => onChange(Number(chosen))} />
}

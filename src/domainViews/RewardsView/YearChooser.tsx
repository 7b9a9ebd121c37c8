import { DAY_MS, yearOf } from '../../../domain/time/beijing'
import { Segments } from '@/components/Segments'
import { useNow } from '@/services/useNow'

const HALF_A_YEAR_MS = 182 * DAY_MS
const HOUR_MS = 3_600_000
/** `allocated`: in the first half of a year the office deals with the one before. */
export function useYears() {
  const now = useNow(HOUR_MS)
  return { current: yearOf(now), allocated: yearOf(now - HALF_A_YEAR_MS) }
}

/** This year, whose awards are a forecast, and the last one, whose awards are given. */
export function YearChooser({ value, onChange }: { value: number; onChange: (year: number) => void }) {
  const { current } = useYears()
  const items = [{ value: String(current), words: `今年（${current}）` }, { value: String(current - 1), words: `去年（${current - 1}）` }]
  return <Segments label='年度' items={items} value={String(value)} onChange={(chosen) => onChange(Number(chosen))} />
}

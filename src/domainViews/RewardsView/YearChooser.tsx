import { HOUR_MS, yearOf } from '../../../domain/time/beijing'
import { Segments } from '@/components/Segments'
import { useHeardNow } from '@/services/useNow'

/** This year, whose awards are a forecast, and the last one, whose awards are given. Nothing to choose from before the server was heard. */
export function YearChooser({ value, onChange }: { value: number | undefined; onChange: (year: number) => void }) {
  const now = useHeardNow(HOUR_MS)
  if (now === null) return null
  const current = yearOf(now)
  const items = [{ value: String(current), words: `今年（${current}）` }, { value: String(current - 1), words: `去年（${current - 1}）` }]
  return <Segments label='年度' items={items} value={String(value ?? current)} onChange={(chosen) => onChange(Number(chosen))} />
}

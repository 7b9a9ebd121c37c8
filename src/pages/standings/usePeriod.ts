import { useState } from 'react'
import { monthOf } from '../../../domain/time/beijing'
import { useRead } from '@/services/useAction'
import { useNow } from '@/services/useNow'

const HOUR_MS = 3_600_000

export type View = 'month' | 'year' | 'earlier'

/** Which period is shown, and which others there are: months of this year, and last year where the town was assessed then. */
export function usePeriod() {
  const current = monthOf(useNow(HOUR_MS))
  const year = current.slice(0, 4)
  const lastYear = String(Number(year) - 1)
  const [view, setView] = useState<View>('month')
  const [picked, setPicked] = useState<string>()
  const [thisYears, lastYears] = [useRead('readStandings', { period: year }, { enabled: view === 'earlier' }), useRead('readStandings', { period: lastYear }, { enabled: view === 'earlier' })]
  const months = (thisYears.data?.months ?? []).filter((month) => month !== current).reverse()
  const before = lastYears.data ? [lastYear, ...[...lastYears.data.months].reverse()] : []
  const earlier = [...months, ...before]
  const chosen = view === 'earlier' ? (picked ?? earlier[0]) : view === 'year' ? year : current
  const isKnown = thisYears.data !== undefined && !lastYears.isPending
  return { view, setView, period: chosen, setPicked, earlier, isKnown, year }
}

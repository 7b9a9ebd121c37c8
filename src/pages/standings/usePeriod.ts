import { HOUR_MS, monthOf } from '../../../domain/time/beijing'
import { useVisit } from '@/domainViews/InTown/visit'
import { useRead } from '@/services/useAction'
import { useInAddress } from '@/services/useInAddress'
import { useHeardNow } from '@/services/useNow'

const VIEWS = ['month', 'year', 'earlier'] as const
export type View = (typeof VIEWS)[number]

/** Which period is shown (undefined: this month, whichever that is), and which others there are: months of this year, and last year where the town was assessed then. */
export function usePeriod() {
  const now = useHeardNow(HOUR_MS)
  const current = now === null ? undefined : monthOf(now)
  const year = current?.slice(0, 4)
  const lastYear = year && String(Number(year) - 1)
  const [asked, setView] = useInAddress('view')
  const view = VIEWS.find((each) => each === asked) ?? 'month'
  const [picked, setPicked] = useInAddress('period')
  const visit = useVisit()
  const whenEarlier = { enabled: view === 'earlier' && year !== undefined }
  const [thisYears, lastYears] = [useRead('readStandings', { period: year, ...visit }, whenEarlier), useRead('readStandings', { period: lastYear, ...visit }, whenEarlier)]
  const months = (thisYears.data?.months ?? []).filter((month) => month !== current).reverse()
  const before = lastYear && lastYears.data ? [lastYear, ...[...lastYears.data.months].reverse()] : []
  const earlier = [...months, ...before]
  const period = view === 'earlier' ? (picked ?? earlier[0]) : view === 'year' ? year : undefined
  const isKnown = thisYears.data !== undefined && !lastYears.isPending
  return { view, setView, period, setPicked, earlier, isKnown, year }
}

import { Choice } from '@/components/Choice'
import { Empty } from '@/components/Empty'
import { Segments } from '@/components/Segments'
import { Skeleton } from '@/components/Skeleton'
import { shortPeriod } from '@/domainViews/periodWords'
import type { usePeriod, View } from './usePeriod'

const VIEWS = [{ value: 'month', words: '本月' }, { value: 'year', words: '今年' }, { value: 'earlier', words: '以前' }] as const satisfies readonly { value: View; words: string }[]

export function PeriodChooser({ chosen }: { chosen: ReturnType<typeof usePeriod> }) {
  const { view, setView, period, setPicked, earlier, isKnown, year } = chosen
  return (
    <>
      <Segments label='考核周期' items={VIEWS} value={view} onChange={setView} />
      {view === 'earlier' && !isKnown && <Skeleton rows={1} />}
      {view === 'earlier' && isKnown && earlier.length === 0 && <Empty icon='calendarDays' title='还没有以前的考核' words='本月是第一个考核月' />}
      {view === 'earlier' && earlier.length > 0 && (
        <Choice label='以前的考核周期' form='chips' value={period} onChange={setPicked} options={earlier.map((value) => ({ value, label: shortPeriod(value, year ?? '') }))} />
      )}
    </>
  )
}

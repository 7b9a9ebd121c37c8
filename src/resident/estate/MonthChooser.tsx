import { Choice } from '@/components/Choice'
import { shortPeriod } from '@/domainViews/periodWords'
import { lastMonths } from './lastMonths'

const MONTHS_SHOWN = 6

type MonthChooserProps = { value: string; current: string; onChange: (month: string) => void }

export function MonthChooser({ value, current, onChange }: MonthChooserProps) {
  const months = lastMonths(current, MONTHS_SHOWN)
  const all = months.includes(value) ? months : [...months, value]
  return <Choice label='哪个月' form='chips' value={value} onChange={onChange} options={all.map((month) => ({ value: month, label: month === current ? '本月' : shortPeriod(month, current.slice(0, 4)) }))} />
}

import { useState, type ReactNode } from 'react'
import { Empty } from '@/components/Empty'
import { Loaded } from '@/components/Loaded'
import { useRead } from '@/services/useAction'
import { troubleOf } from '@/services/trouble'
import { useVisit } from '../InTown/visit'
import type { Rewards } from './index'
import { YearChooser } from './YearChooser'

/** The awards of a year (unless one is named or chosen, of the one that is dealt with now), or in plain words that the town was not assessed then. */
export function RewardsOfYear({ first, children }: { first?: number; children: (rewards: Rewards) => ReactNode }) {
  const [year, setYear] = useState(first)
  const query = useRead('readRewards', { year, ...useVisit() })
  const isUnassessed = query.isError && troubleOf(query.error).code === 'PERIOD_INVALID'
  return (
    <>
      <YearChooser value={year ?? query.data?.year} onChange={setYear} />
      {isUnassessed ? <Empty icon='calendarDays' title={`${year ?? '这个'}${year ? ' ' : ''}年度没有考核`} words='本镇从后来的年份开始考核' /> : <Loaded query={query}>{children}</Loaded>}
    </>
  )
}

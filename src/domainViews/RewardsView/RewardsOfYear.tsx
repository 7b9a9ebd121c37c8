import type { ReactNode } from 'react'
import { Empty } from '@/components/Empty'
import { Loaded } from '@/components/Loaded'
import { useRead } from '@/services/useAction'
import { troubleOf } from '@/services/trouble'
import type { Rewards } from './index'

/** The awards of a year, or in plain words that the town was not assessed then. */
export function RewardsOfYear({ year, children }: { year: number; children: (rewards: Rewards) => ReactNode }) {
  const query = useRead('readRewards', { year })
  if (query.isError && troubleOf(query.error).code === 'PERIOD_INVALID') return <Empty icon='calendarDays' title={`${year} 年度没有考核`} words='本镇从后来的年份开始考核' />
  return <Loaded query={query}>{children}</Loaded>
}

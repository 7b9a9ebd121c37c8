import { useState } from 'react'
import { useRouter } from '@tarojs/taro'
import { Loaded } from '@/components/Loaded'
import { Page } from '@/components/Page'
import { RewardsView } from '@/domainViews/RewardsView'
import { thisYear, YearChooser } from '@/domainViews/RewardsView/YearChooser'
import { useRead } from '@/services/useAction'

/** 以奖代补, for everybody. */
export default function RewardsPage() {
  const [year, setYear] = useState(Number(useRouter().params.year) || thisYear())
  const query = useRead('readRewards', { year })
  return (
    <Page title='以奖代补'>
      <YearChooser value={year} onChange={setYear} />
      <Loaded query={query}>{(rewards) => <RewardsView rewards={rewards} />}</Loaded>
    </Page>
  )
}

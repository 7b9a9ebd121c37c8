import { useState } from 'react'
import { useRouter } from '@tarojs/taro'
import { Page } from '@/components/Page'
import { RewardsView } from '@/domainViews/RewardsView'
import { RewardsOfYear } from '@/domainViews/RewardsView/RewardsOfYear'
import { thisYear, YearChooser } from '@/domainViews/RewardsView/YearChooser'

/** 以奖代补, for everybody. */
export default function RewardsPage() {
  const [year, setYear] = useState(Number(useRouter().params.year) || thisYear())
  return (
    <Page title='以奖代补'>
      <YearChooser value={year} onChange={setYear} />
      <RewardsOfYear year={year}>{(rewards) => <RewardsView rewards={rewards} />}</RewardsOfYear>
    </Page>
  )
}

import { useState } from 'react'
import { useRouter } from '@tarojs/taro'
import { Page } from '@/components/Page'
import { RewardsView } from '@/domainViews/RewardsView'
import { RewardsOfYear } from '@/domainViews/RewardsView/RewardsOfYear'
import { useYears, YearChooser } from '@/domainViews/RewardsView/YearChooser'

/** 以奖代补, for everybody. */
export default function RewardsPage() {
  const { current } = useYears()
  const asked = Number(useRouter().params.year)
  const [picked, setYear] = useState<number>()
  const year = picked ?? (asked || current)
  return (
    <Page title='以奖代补'>
      <YearChooser value={year} onChange={setYear} />
      <RewardsOfYear year={year}>{(rewards) => <RewardsView rewards={rewards} />}</RewardsOfYear>
    </Page>
  )
}

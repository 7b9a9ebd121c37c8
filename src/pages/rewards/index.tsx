import { useState } from 'react'
import { useRouter } from '@tarojs/taro'
import { Page } from '@/components/Page'
import { RewardsView } from '@/domainViews/RewardsView'
import { RewardsOfYear } from '@/domainViews/RewardsView/RewardsOfYear'
import { useYears, YearChooser } from '@/domainViews/RewardsView/YearChooser'
import { troubleOf } from '@/services/trouble'
import { useRead } from '@/services/useAction'

/** 以奖代补, for everybody: in the first half of a year the awards of the one before, which are published then, unless the town was not assessed yet. */
export default function RewardsPage() {
  const { current, allocated } = useYears()
  const last = useRead('readRewards', { year: allocated })
  const first = last.isError && troubleOf(last.error).code === 'PERIOD_INVALID' ? current : allocated
  const asked = Number(useRouter().params.year)
  const [picked, setYear] = useState<number>()
  const year = picked ?? (asked || first)
  return (
    <Page title='以奖代补'>
      <YearChooser value={year} onChange={setYear} />
      <RewardsOfYear year={year}>{(rewards) => <RewardsView rewards={rewards} />}</RewardsOfYear>
    </Page>
  )
}

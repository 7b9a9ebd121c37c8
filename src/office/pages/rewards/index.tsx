import { useState } from 'react'
import { Page } from '@/components/Page'
import { RewardsView } from '@/domainViews/RewardsView'
import { RewardsOfYear } from '@/domainViews/RewardsView/RewardsOfYear'
import { useYears, YearChooser } from '@/domainViews/RewardsView/YearChooser'
import { Allocation } from './Allocation'
import { Draw } from './Draw'

/** 奖补分配: the office allocates, lets it be seen, and another person confirms. */
export default function OfficeRewardsPage() {
  const { allocated } = useYears()
  const [picked, setYear] = useState<number>()
  const year = picked ?? allocated
  return (
    <Page title='奖补分配'>
      <YearChooser value={year} onChange={setYear} />
      <RewardsOfYear year={year}>
        {(rewards) => (
          <>
            <RewardsView rewards={rewards} />
            {rewards.undecidedTie.length > 0 && <Draw key={rewards.undecidedTie.join('+')} rewards={rewards} />}
            <Allocation rewards={rewards} />
          </>
        )}
      </RewardsOfYear>
    </Page>
  )
}

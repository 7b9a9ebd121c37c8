import { useState } from 'react'
import { Loaded } from '@/components/Loaded'
import { Page } from '@/components/Page'
import { RewardsView } from '@/domainViews/RewardsView'
import { thisYear, YearChooser } from '@/domainViews/RewardsView/YearChooser'
import { useRead } from '@/services/useAction'
import { Allocation } from './Allocation'
import { Draw } from './Draw'

/** 奖补分配: the office allocates, lets it be seen, and another person confirms. */
export default function OfficeRewardsPage() {
  const [year, setYear] = useState(thisYear() - 1)
  const query = useRead('readRewards', { year })
  return (
    <Page title='奖补分配'>
      <YearChooser value={year} onChange={setYear} />
      <Loaded query={query}>
        {(rewards) => (
          <>
            <RewardsView rewards={rewards} />
            {rewards.undecidedTie.length > 0 && <Draw rewards={rewards} />}
            <Allocation rewards={rewards} />
          </>
        )}
      </Loaded>
    </Page>
  )
}

import { guarded } from '@/components/Guarded'
import { Page } from '@/components/Page'
import { RewardsView } from '@/domainViews/RewardsView'
import { RewardsOfYear } from '@/domainViews/RewardsView/RewardsOfYear'
import { Allocation } from './Allocation'
import { Draw } from './Draw'

/** 奖补分配: the office allocates, lets it be seen, and another person confirms. */
function OfficeRewardsPage() {
  return (
    <Page title='奖补分配'>
      <RewardsOfYear>
        {(rewards) => (
          <>
            <RewardsView rewards={rewards} />
            {rewards.undecidedTie.length > 0 && !rewards.standsBack && <Draw key={rewards.undecidedTie.join('+')} rewards={rewards} />}
            <Allocation rewards={rewards} />
          </>
        )}
      </RewardsOfYear>
    </Page>
  )
}

export default guarded(OfficeRewardsPage)

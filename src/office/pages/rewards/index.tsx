import { useState } from 'react'
import { guarded } from '@/components/Guarded'
import { Notice } from '@/components/Notice'
import { Page } from '@/components/Page'
import { Place } from '@/components/Place'
import { RewardsView, type Rewards } from '@/domainViews/RewardsView'
import { RewardsOfYear } from '@/domainViews/RewardsView/RewardsOfYear'
import { toTop } from '@/services/toTop'
import { Allocation } from './Allocation'
import { Draw } from './Draw'

/** 奖补分配: the office allocates, lets it be seen, and another person confirms. */
function OfficeRewardsPage() {
  return (
    <Page title='奖补分配'>
      <RewardsOfYear>{(rewards) => <Deeds key={rewards.year} rewards={rewards} />}</RewardsOfYear>
    </Page>
  )
}

function Deeds({ rewards }: { rewards: Rewards }) {
  const [result, setResult] = useState<string>()
  const tell = (words: string) => {
    setResult(words)
    toTop()
  }
  return (
    <>
      <Place>{result && <Notice tone='good' words={result} />}</Place>
      <RewardsView rewards={rewards} />
      {rewards.undecidedTie.length > 0 && !rewards.standsBack && <Draw key={rewards.undecidedTie.join('+')} rewards={rewards} onDone={tell} />}
      <Allocation rewards={rewards} onDone={tell} />
    </>
  )
}

export default guarded(OfficeRewardsPage)

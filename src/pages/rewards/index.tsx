import { useRouter } from '@tarojs/taro'
import { guarded } from '@/components/Guarded'
import { Page } from '@/components/Page'
import { InTown } from '@/domainViews/InTown'
import { useLinkEstate } from '@/domainViews/InTown/visit'
import { RewardsView, type Rewards } from '@/domainViews/RewardsView'
import { RewardsOfYear } from '@/domainViews/RewardsView/RewardsOfYear'
import { useShare } from '@/services/share'

/** 以奖代补, for everybody. `at`: an estate of the town, in a link that was sent on. */
function RewardsPage() {
  const { year, at } = useRouter().params
  return <Page title='以奖代补'><InTown why='看各小区的年度奖励。' at={at}><RewardsOfYear first={Number(year) || undefined}>{(rewards) => <Shown rewards={rewards} />}</RewardsOfYear></InTown></Page>
}

function Shown({ rewards }: { rewards: Rewards }) {
  const { year } = rewards
  useShare({ title: `${year}年度以奖代补：哪些小区得奖，为什么`, path: `/pages/rewards/index?year=${year}&${useLinkEstate()}` })
  return <RewardsView rewards={rewards} />
}

export default guarded(RewardsPage)

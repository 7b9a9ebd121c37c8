import { useRouter } from '@tarojs/taro'
import { Page } from '@/components/Page'
import { RewardsView } from '@/domainViews/RewardsView'
import { RewardsOfYear } from '@/domainViews/RewardsView/RewardsOfYear'

/** 以奖代补, for everybody. */
export default function RewardsPage() {
  const asked = Number(useRouter().params.year)
  return <Page title='以奖代补'><RewardsOfYear first={asked || undefined}>{(rewards) => <RewardsView rewards={rewards} />}</RewardsOfYear></Page>
}

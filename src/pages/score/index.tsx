import { useRouter } from '@tarojs/taro'
import { Empty } from '@/components/Empty'
import { Page } from '@/components/Page'
import { ScoreView } from '@/domainViews/ScoreView'

/** 得分明细 of an estate and a period (this month where none is named). */
export default function ScorePage() {
  const { estateId, period } = useRouter().params
  return <Page title='得分明细'>{estateId ? <ScoreView estateId={estateId} period={period} /> : <Empty title='没有指明小区' words='请从排名里点一个小区' />}</Page>
}

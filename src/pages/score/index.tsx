import { useRouter } from '@tarojs/taro'
import { monthOf } from '../../../domain/time/beijing'
import { Empty } from '@/components/Empty'
import { Page } from '@/components/Page'
import { ScoreView } from '@/domainViews/ScoreView'
import { useNow } from '@/services/useNow'

const HOUR_MS = 3_600_000

/** 得分明细 of an estate and a period (this month where none is named). */
export default function ScorePage() {
  const now = useNow(HOUR_MS)
  const { estateId, period = monthOf(now) } = useRouter().params
  return <Page title='得分明细'>{estateId ? <ScoreView estateId={estateId} period={period} /> : <Empty title='没有指明小区' words='请从排名里点一个小区' />}</Page>
}

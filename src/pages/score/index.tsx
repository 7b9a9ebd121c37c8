import { useRouter } from '@tarojs/taro'
import { Empty } from '@/components/Empty'
import { guarded } from '@/components/Guarded'
import { Page } from '@/components/Page'
import { InTown } from '@/domainViews/InTown'
import { periodWords } from '@/domainViews/periodWords'
import { ScoreView } from '@/domainViews/ScoreView'
import { useShare } from '@/services/share'
import { useRead } from '@/services/useAction'

/** 得分明细 of an estate and a period (this month where none is named). */
function ScorePage() {
  const { estateId, period } = useRouter().params
  return <Page title='得分明细'>{estateId ? <InTown why='看小区的得分是怎么来的。' at={estateId}><Score estateId={estateId} period={period} /></InTown> : <Empty title='没有指明小区' words='请从排名里点一个小区' />}</Page>
}

function Score({ estateId, period }: { estateId: string; period?: string }) {
  const score = useRead('readScore', { estateId, period }).data
  // The month that is shown now, also when the card is opened later.
  useShare(score ? { title: `${score.standing.estateName}${periodWords(score.period)}的得分：每一分都有依据`, path: `/pages/score/index?estateId=${encodeURIComponent(estateId)}&period=${score.period}` } : null)
  return <ScoreView estateId={estateId} period={period} />
}

export default guarded(ScorePage)

import type { ReactNode } from 'react'
import Taro, { useRouter } from '@tarojs/taro'
import { Empty } from '@/components/Empty'
import { guarded } from '@/components/Guarded'
import { Page } from '@/components/Page'
import { Skeleton } from '@/components/Skeleton'
import { CaseView } from '@/domainViews/CaseView'
import { InTown } from '@/domainViews/InTown'
import { useShare } from '@/services/share'
import { troubleOf } from '@/services/trouble'
import { useRead } from '@/services/useAction'

const framed = (content: ReactNode, bottom: ReactNode) => <Page title='办理进展' bottom={bottom}>{content}</Page>

function CasePage() {
  const { id = '' } = useRouter().params
  const { data: me, isFetched } = useRead('whoAmI', {})
  if (!isFetched) return framed(<Skeleton rows={4} />, null)
  // Who belongs nowhere yet is asked first; everybody else's page needs the frame for its actions.
  if (me?.person === null) return framed(<InTown why='这一件只给报告人和同小区的邻居看。' isClosed />, null)
  return <Case caseId={decodeURIComponent(id)} />
}

/** One's own report may be sent on, with nothing of what or who in the card. */
function Case({ caseId }: { caseId: string }) {
  const query = useRead('readCase', { caseId })
  const estateName = query.data?.summary.estateName
  useShare(query.data?.myReportId ? { title: `${estateName}报告的一个问题，看看办到哪一步了`, path: `/pages/case/index?id=${encodeURIComponent(caseId)}` } : null)
  if (query.isError && troubleOf(query.error).code === 'NOT_FOUND') return framed(<NotForMe />, null)
  return <CaseView caseId={caseId} frame={framed} />
}

/** Somebody else's of another estate, or one that was taken back: trying again does not help. */
function NotForMe() {
  const estateName = useRead('whoAmI', {}).data?.person?.estateName
  return (
    <Empty
      icon='lock'
      title='这一件不对您公开'
      words={`这一件只给报告人和同小区的邻居看${estateName ? `，您现在的小区是${estateName}` : '，您还没有选小区'}。住在那个小区，请到“我的”里更换；也可能报告人已经撤回。`}
      action={{ words: estateName ? '更换我的小区' : '选我的小区', onPress: () => void Taro.navigateTo({ url: '/pages/me/index' }) }}
    />
  )
}

export default guarded(CasePage)

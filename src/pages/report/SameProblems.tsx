import { View } from '@tarojs/components'
import type { CaseSummary } from '../../../types/api/common'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Notice } from '@/components/Notice'
import { Section } from '@/components/Section'
import { CaseRow } from '@/domainViews/CaseRow'
import { openCase } from '@/domainViews/openCase'
import { placeOf, type KeptReport } from '@/services/reports/keptReport'
import { useRead } from '@/services/useAction'

type SameProblemsProps = { draft: KeptReport; onJoin: (case_: CaseSummary) => void }

/** 附议: what neighbours have already reported, to join by one tap instead of reporting it again. It only offers; without a network it is simply not there. */
export function SameProblems({ draft, onJoin }: SameProblemsProps) {
  const { data } = useRead('findSameProblems', { estateId: draft.estateId, categoryCode: draft.categoryCode, place: placeOf(draft) })
  if (!data) return null
  const rows = (cases: readonly CaseSummary[]) => cases.map((case_) => <Known key={case_.id} case_={case_} onJoin={onJoin} />)
  return (
    <>
      {data.cases.length > 0 && <Section title='邻居已经报过了？' note='如果是同一个问题，跟进它就好：您的照片会加进去，进展一样通知您。不是的话，照常提交。'>{rows(data.cases)}</Section>}
      {data.near.length > 0 && <Section title='这些可能是同一个问题' note='位置或类别不全一样，看一眼照片就知道。不是的话，照常提交。'>{rows(data.near)}</Section>}
    </>
  )
}

function Known({ case_, onJoin }: { case_: CaseSummary; onJoin: (case_: CaseSummary) => void }) {
  return (
    <Card flush>
      <CaseRow case_={case_} note={`已反映 ${case_.reportCount} 次`} onOpen={() => openCase(case_.id)} />
      <View className='report-join'>
        {case_.mine ? <Notice tone='neutral' words='这件您已经在跟进了。' /> : <Button kind='secondary' icon='users' words='是同一个，跟进' onPress={() => onJoin(case_)} />}
      </View>
    </Card>
  )
}

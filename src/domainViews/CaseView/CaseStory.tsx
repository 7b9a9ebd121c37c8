import type { ReactNode } from 'react'
import { Text, View } from '@tarojs/components'
import type { Actions } from '../../../types/api'
import { Notice } from '@/components/Notice'
import { Section } from '@/components/Section'
import { DeadlineView } from '../DeadlineView'
import { categoryByCode } from '../../../domain/rulebook/categoryByCode'
import { Danger } from '../Danger'
import { PromisedLimit } from '../PromisedLimit'
import { useReader } from '../useReader'
import { useRules } from '../useRules'
import { AddRemark } from './AddRemark'
import { BeforeAfter } from './BeforeAfter'
import { CaseHead } from './CaseHead'
import { FollowUp, isAsked } from './followUp'
import { Findings } from './Findings'
import { ForOffice } from './forOffice'
import { Forecast } from './Forecast'
import { RequestView } from './RequestView'
import { Story } from './Story'
import './style.scss'

export type ReadCase = Actions['readCase']['reply']

/** Photos first, then the one sentence, then my part in it, the limit, the story. `act`: what I may do, where it has no place at the foot of a page. */
export function CaseStory({ case_, act }: { case_: ReadCase; act?: ReactNode }) {
  const reader = useReader()
  return (
    <>
      <Danger summary={case_.summary} />
      {!isAsked(case_) && <BeforeAfter before={case_.photosBefore} after={case_.photosAfter} />}
      {case_.photosUnchecked.length > 0 && <Notice tone='neutral' icon='hourglass' words={`有 ${case_.photosUnchecked.length} 张照片还在做内容安全检查，通过以后邻居才看得到。`} />}
      <CaseHead case_={case_} />
      {act}
      {reader === 'resident' && <ToCome summary={case_.summary} />}
      {case_.summary.mine === 'joined' && case_.followUp?.said == null && !isAsked(case_) && <Notice tone='good' icon='users' words='您在和邻居一起跟进这一件，有进展会告诉您。' />}
      <FollowUp case_={case_} />
      <DeadlineView summary={case_.summary} deadline={case_.deadline} />
      <RequestView request={case_.request} />
      <Forecast case_={case_} />
      <Findings findings={case_.findings} />
      <ForOffice case_={case_} />
      <Section title='经过'>
        <Story key={case_.summary.id} case_={case_} />
      </Section>
      <View className='case-remark'><AddRemark case_={case_} /></View>
      <CaseNumber summary={case_.summary} />
    </>
  )
}

/** 案卷编号: given when the case is filed; what was refused or withdrawn never has one. */
function CaseNumber({ summary: { state, number } }: Pick<ReadCase, 'summary'>) {
  const isResident = useReader() === 'resident'
  if (number === null && state !== 'submitted') return null
  return <View className='case-number'><Text>{number === null ? `${isResident ? '受理' : '立案'}后编号` : `${isResident ? '编号' : '案卷编号'} ${number}`}</Text></View>
}

/** Before the clock of handling runs, a resident reads when it would be over. */
function ToCome({ summary: { state, categoryCode } }: Pick<ReadCase, 'summary'>) {
  const edition = useRules()?.edition
  if (state !== 'submitted' && state !== 'filed') return null
  return <PromisedLimit category={categoryCode !== null && edition ? categoryByCode(edition, categoryCode) : undefined} />
}

import { Text, View } from '@tarojs/components'
import type { Actions } from '../../../types/api'
import { Notice } from '@/components/Notice'
import { Section } from '@/components/Section'
import { DeadlineView } from '../DeadlineView'
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

/** Photos first, then the one sentence, then my part in it, the limit, the story. */
export function CaseStory({ case_ }: { case_: ReadCase }) {
  return (
    <>
      {!isAsked(case_) && <BeforeAfter before={case_.photosBefore} after={case_.photosAfter} />}
      {case_.photosUnchecked.length > 0 && <Notice tone='neutral' icon='hourglass' words={`有 ${case_.photosUnchecked.length} 张照片还在做内容安全检查，通过以后邻居才看得到。`} />}
      <CaseHead case_={case_} />
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
      <View className='case-number'><Text>{`案卷编号 ${case_.summary.number}`}</Text></View>
    </>
  )
}

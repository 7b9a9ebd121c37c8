import { Text, View } from '@tarojs/components'
import type { Actions } from '../../../../types/api'
import { Button } from '@/components/Button'
import { Fold } from '@/components/Fold'
import { Card } from '@/components/Card'
import { Loaded } from '@/components/Loaded'
import { Notice } from '@/components/Notice'
import { openSurveyResult } from '@/domainViews/openSurvey'
import { useRead } from '@/services/useAction'
import { Figures } from './Figures'
import { Remarks } from './Remarks'
import { Sample } from './Sample'
import { Signals } from './Signals'
import { Verdict } from './Verdict'
import '../style.scss'

export type SurveyDesk = Actions['readSurveyDesk']['reply']

type CountedProps = { isOffice: boolean; onDone: (words: string) => void }

/** 结束以后: what came out, what looks odd, whom to call again, and what the office decides. The auditor reads all of it. */
export function Counted({ surveyId, ...props }: CountedProps & { surveyId: string }) {
  const query = useRead('readSurveyDesk', { surveyId })
  return <Loaded query={query} skeletonRows={6}>{(desk) => <Desk desk={desk} {...props} />}</Loaded>
}

function Desk({ desk, isOffice, onDone }: CountedProps & { desk: SurveyDesk }) {
  const { survey, seedHash } = desk
  return (
    <>
      {survey.stage === 'held' && <Notice tone='warn' words='异常答卷较多，加分先不记，结果也先不公布：先做完抽样回访，再由考核办两人审定。' />}
      {survey.stage === 'final' && survey.waits?.review && <Notice tone='warn' words='抽样回访里说没有答过的住户较多，已经入账的加分要复核：先做完回访，再由考核办两人审定保留还是收回。' />}
      <Figures desk={desk} />
      <Signals desk={desk} />
      <Sample desk={desk} mayAct={isOffice && desk.decided === null} />
      <Verdict desk={desk} mayAct={isOffice} onDone={onDone} />
      <Remarks surveyId={survey.id} waiting={survey.waits?.remarks ?? 0} mayAct={isOffice} />
      <View className='survey-public'><Button kind='secondary' icon='externalLink' words={survey.stage === 'final' ? '看公布的结果' : '居民现在看到的页面'} onPress={() => openSurveyResult(survey.id)} /></View>
      {seedHash !== null && (
        <Card>
          <Fold title='抽样为什么不能挑人'>
            <View><Text>发布时就公布了抽签种子的校验码，结果公布时再公布种子，任何人都能照着再抽一遍。</Text></View>
            <View className='survey-hash'><Text>{seedHash}</Text></View>
          </Fold>
        </Card>
      )}
    </>
  )
}

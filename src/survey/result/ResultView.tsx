import { Text, View } from '@tarojs/components'
import { Badge } from '@/components/Badge'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Heading } from '@/components/Heading'
import { Loaded } from '@/components/Loaded'
import { Notice } from '@/components/Notice'
import { CoverageMeter } from '@/domainViews/CoverageMeter'
import { openBallot, openSurveys, surveyCard } from '@/domainViews/openSurvey'
import { surveyDays, takesAnswers } from '@/domainViews/surveyDays'
import { useRules } from '@/domainViews/useRules'
import { SURVEY_STAGE } from '@/labels/survey'
import { useShare } from '@/services/share'
import { useRead } from '@/services/useAction'
import { useNow } from '@/services/useNow'
import type { ReadSurvey } from '../answer/ballotProps'
import { Measures } from './Measures'
import { Questions } from './Questions'
import { Rate } from './Rate'
import { Remarks } from './Remarks'
import { Verify } from './Verify'
import './style.scss'

/** 调查结果: while it runs how many have answered and nothing more; once final all of it, with the means to count again. */
export function ResultView({ surveyId }: { surveyId: string }) {
  const query = useRead('readSurvey', { surveyId })
  const now = useNow(60_000)
  const survey = query.data?.survey
  useShare(survey ? surveyCard(survey, takesAnswers(survey, now)) : null)
  return (
    <Loaded query={query} skeletonRows={4}>
      {(read) => (
        <>
          <Head survey={read.survey} />
          {read.result ? (
            <>
              <Rate result={read.result} bonus={read.bonus} />
              <Questions result={read.result} questionnaire={read.questionnaire} />
              <Measures read={read} />
              <Verify surveyId={surveyId} />
              <Remarks surveyId={surveyId} />
            </>
          ) : <Waiting survey={read.survey} />}
          <Button kind='quiet' words='看全镇各小区的调查' onPress={openSurveys} />
        </>
      )}
    </Loaded>
  )
}

function Head({ survey }: Pick<ReadSurvey, 'survey'>) {
  const now = useNow(60_000)
  const { words, tone, icon } = SURVEY_STAGE[survey.stage]
  return (
    <View className='result-head'>
      <View className='result-head__line'><Heading className='result-head__name'><Text>{`${survey.estateName} · ${survey.year}年`}</Text></Heading><Badge words={words} tone={tone} icon={icon} /></View>
      <View className='result-head__days'><Text>{surveyDays(survey, now)}</Text></View>
    </View>
  )
}

function Waiting({ survey }: Pick<ReadSurvey, 'survey'>) {
  const now = useNow(60_000)
  const minimumPercent = useRules()?.edition.satisfaction.minimumCoveragePercent
  const { id, stage, answered, households, mine } = survey
  const isRunning = takesAnswers(survey, now)
  return (
    <>
      {stage === 'held' && <Notice tone='warn' icon='hourglass' words='正在复核：计票时发现有些作答不寻常，考核办正抽样回访，由两人审定后公布结果。答卷一份也不会删。' />}
      {stage === 'open' && !isRunning && <Notice tone='info' icon='hourglass' words='已截止，正在计票，几分钟后公布。' />}
      {households !== null && <Card><CoverageMeter answered={answered} households={households} minimumPercent={minimumPercent} /></Card>}
      {isRunning && <Notice tone='neutral' icon='lock' words='结束前只公布多少户答了，不公布答了什么，也不公布哪些户答了。' />}
      {isRunning && mine.some(({ standing }) => standing === 'open') && <Button icon='vote' words='去作答' onPress={() => openBallot(id)} />}
    </>
  )
}

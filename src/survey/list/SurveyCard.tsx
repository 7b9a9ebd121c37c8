import { Text, View } from '@tarojs/components'
import { Badge } from '@/components/Badge'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Heading } from '@/components/Heading'
import { CoverageMeter } from '@/domainViews/CoverageMeter'
import { openBallot, openSurveyResult } from '@/domainViews/openSurvey'
import { surveyDays, takesAnswers } from '@/domainViews/surveyDays'
import { RIGHT, SURVEY_STAGE } from '@/labels/survey'
import { useNow } from '@/services/useNow'
import type { Summary } from './orderSurveys'
import './style.scss'

type SurveyCardProps = { survey: Summary; minimumPercent?: number; isAsked: boolean }

/** One estate's survey: how far it is, how many have answered, and what I can do. */
export function SurveyCard({ survey, minimumPercent, isAsked }: SurveyCardProps) {
  const now = useNow(60_000)
  const { id, estateName, stage, households, answered, mine } = survey
  const { words, tone, icon } = SURVEY_STAGE[stage]
  const isRunning = takesAnswers(survey, now)
  const mayAnswer = isRunning && isAsked
  return (
    <Card>
      <View className='survey-card__head'><Heading className='survey-card__name'><Text>{estateName}</Text></Heading><Badge words={stage === 'open' && !isRunning ? '已截止，正在计票' : words} tone={tone} icon={icon} /></View>
      <View className='survey-card__days'><Text>{surveyDays(survey, now)}</Text></View>
      {households !== null && <CoverageMeter answered={answered} households={households} minimumPercent={minimumPercent} />}
      {isRunning && mine.map(({ householdId, label, standing }) => <View key={householdId} className='survey-card__days'><Text>{`${label}：${RIGHT[standing].words}`}</Text></View>)}
      <View className='survey-card__actions'>
        {mayAnswer && <Button icon='vote' words='去作答' onPress={() => openBallot(id)} />}
        {isRunning && !mayAnswer && mine.some(({ standing }) => standing === 'answered') && <Button kind='secondary' words='看我的回执，或改答' onPress={() => openBallot(id)} />}
        {(stage === 'final' || stage === 'held') && <Button kind='secondary' words={stage === 'final' ? `看${estateName}的结果` : '看覆盖情况'} onPress={() => openSurveyResult(id)} />}
      </View>
    </Card>
  )
}

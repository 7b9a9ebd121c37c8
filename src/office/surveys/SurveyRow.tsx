import { Text, View } from '@tarojs/components'
import { Badge } from '@/components/Badge'
import { Press } from '@/components/Press'
import { CoverageMeter } from '@/domainViews/CoverageMeter'
import { stageOf, type Survey } from './stageOf'
import { daysWords } from './surveyDays'
import './style.scss'

type SurveyRowProps = { name: string; survey: Survey | undefined; minimumPercent?: number; now: number; isOpen: boolean; onPress: () => void }

/** One estate's survey of the year, or that there is none yet. */
export function SurveyRow({ name, survey, minimumPercent, now, isOpen, onPress }: SurveyRowProps) {
  const { words, tone, icon } = stageOf(survey, now)
  const households = survey?.households ?? null
  const remarks = survey?.waits?.remarks ?? 0
  return (
    <Press className={`survey-row split-row ${isOpen ? 'split-row--on' : ''}`} onPress={onPress}>
      <View className='survey-row__head'><Text className='survey-row__name'>{name}</Text><Badge words={words} tone={tone} icon={icon} /></View>
      {survey && <Text className='survey-row__note'>{daysWords(survey, now)}</Text>}
      {survey && households !== null && <CoverageMeter answered={survey.answered} households={households} minimumPercent={minimumPercent} />}
      {remarks > 0 && <Badge words={`${remarks} 条留言待审看`} tone='warn' icon='messageSquare' />}
    </Press>
  )
}

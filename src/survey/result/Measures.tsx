import { Text, View } from '@tarojs/components'
import { Card } from '@/components/Card'
import { Empty } from '@/components/Empty'
import { Section } from '@/components/Section'
import { dayOf, endWords } from '@/domainViews/momentWords'
import { useNow } from '@/services/useNow'
import type { ReadSurvey } from '../answer/ballotProps'
import { AddMeasure } from './AddMeasure'
import './style.scss'

/** 整改落实, under the question it answers; and for who manages the estate, the way to add one. */
export function Measures({ read: { survey, questionnaire, measures, measuresUntil, mayAddMeasure } }: { read: ReadSurvey }) {
  const now = useNow(60_000)
  const groups = [...questionnaire.questions.map(({ id, text }) => ({ id: id, title: text })), { id: null, title: '总的整改' }]
    .map((group) => ({ ...group, own: measures.filter(({ questionId }) => questionId === group.id) })).filter(({ own }) => own.length > 0)
  const isRunning = measuresUntil !== null && now < measuresUntil
  return (
    <Section title='整改落实' note={isRunning ? `物业在${endWords(measuresUntil, now)}前公布怎么改。` : undefined}>
      {groups.length === 0 && <Card><Empty icon='hammer' title={isRunning ? '物业还没有公布' : '物业没有公布整改情况'} words={isRunning ? '公布后写在这里，谁都能看。' : undefined} /></Card>}
      {groups.map(({ id, title, own }) => (
        <Card key={id ?? ''}>
          <View className='measure__title'><Text>{title}</Text></View>
          {own.map((measure) => (
            <View key={measure.id} className='measure'>
              <View><Text>{measure.text}</Text></View>
              <View className='measure__who'><Text>{[dayOf(measure.at, now), measure.who].filter(Boolean).join(' · ')}</Text></View>
            </View>
          ))}
        </Card>
      ))}
      {mayAddMeasure && isRunning && <AddMeasure surveyId={survey.id} questions={questionnaire.questions} />}
    </Section>
  )
}

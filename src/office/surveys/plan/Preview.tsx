import { Text, View } from '@tarojs/components'
import { NOT_MET, STEPS, type Questionnaire } from '../../../../domain/survey/questionnaire'
import { Card } from '@/components/Card'
import { Section } from '@/components/Section'
import { ANSWER } from '@/labels/survey'
import '../style.scss'

/** 问卷预览, as the households will read it. */
export function Preview({ questionnaire: { questions, remarkPrompt } }: { questionnaire: Questionnaire }) {
  return (
    <Section title={`问卷（${questions.length} 题）`} note={`每题可答：${STEPS.map((step) => ANSWER[step]).join('、')}；除第一题外还有“${ANSWER[NOT_MET]}”。`}>
      <Card>
        {questions.map(({ id, text }, index) => <View key={id} className='question-list__row'><Text>{`${index + 1}. ${text}`}</Text></View>)}
        <View className='question-list__row'><Text>{`留言：${remarkPrompt}`}</Text></View>
      </Card>
    </Section>
  )
}

import { Text, View } from '@tarojs/components'
import { BREAKDOWN_MIN, type SurveyResult } from '../../../domain/survey/result'
import type { Questionnaire } from '../../../domain/survey/questionnaire'
import { Card } from '@/components/Card'
import { Notice } from '@/components/Notice'
import { Section } from '@/components/Section'
import { rateText } from '@/domainViews/percentText'
import { MODE } from '@/labels/survey'
import { satisfiedWords } from './resultWords'
import { StepBar } from './StepBar'
import './style.scss'

const FEW = `答卷少于 ${BREAKDOWN_MIN} 份，为保护隐私不分项公布。`
const ONE_WAY = `只有一种作答方式，或其中一种少于 ${BREAKDOWN_MIN} 份，为保护隐私不分方式公布。`

/** 分项, and by way of answering; nothing where it would show single households. */
export function Questions({ result: { questions, modes }, questionnaire }: { result: SurveyResult; questionnaire: Pick<Questionnaire, 'questions'> }) {
  return (
    <>
      <Section title='各题的回答'>
        {questions === null ? <Notice tone='neutral' icon='lock' words={FEW} /> : (
          <Card>
            {questions.map(({ questionId, steps, notMet }, index) => <StepBar key={questionId} title={`${index + 1}. ${questionnaire.questions.find(({ id }) => id === questionId)?.text ?? ''}`} words={satisfiedWords(steps)} steps={steps} notMet={notMet} />)}
          </Card>
        )}
      </Section>
      {questions !== null && (
        <Section title='各种作答方式'>
          {modes === null ? <Notice tone='neutral' icon='lock' words={ONE_WAY} /> : (
            <Card>{modes.map(({ mode, answered, satisfied }) => <View key={mode} className='mode-line'><Text>{MODE[mode]}</Text><Text>{`${answered} 份，满意 ${satisfied} 份（${rateText(satisfied, answered)}）`}</Text></View>)}</Card>
          )}
        </Section>
      )}
    </>
  )
}

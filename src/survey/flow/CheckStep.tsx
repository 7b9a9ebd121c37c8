import { Text, View } from '@tarojs/components'
import type { Questionnaire } from '../../../domain/survey/questionnaire'
import { Card } from '@/components/Card'
import { Cell } from '@/components/Cell'
import { Heading } from '@/components/Heading'
import { answerWords } from './answerWords'
import { remarkPlace, type BallotDraft } from './ballotDraft'
import './style.scss'

type CheckStepProps = { questionnaire: Pick<Questionnaire, 'questions'>; draft: BallotDraft; onEdit: (place: number) => void }

/** All of it once more; a tap goes back to the one it is on. */
export function CheckStep({ questionnaire, draft, onEdit }: CheckStepProps) {
  const remark = draft.remark.trim()
  return (
    <View className='ballot-question'>
      <Heading className='ballot-question__words'><Text>请核对一遍，点一下就能改</Text></Heading>
      <Card flush>
        {questionnaire.questions.map(({ id, text }, index) => {
          const words = answerWords(draft.answers[index]) || '还没有作答'
          return <Cell key={id} title={<Text className='ballot-check__answer'>{words}</Text>} note={`${index + 1}. ${text}`} label={`${words}，${index + 1}. ${text}点按修改`} onPress={() => onEdit(index)} />
        })}
        <Cell title={<Text className='ballot-check__answer'>{remark || '没有留言'}</Text>} note='想说的话' label={`${remark || '没有留言'}，想说的话，点按修改`} onPress={() => onEdit(remarkPlace(questionnaire))} />
      </Card>
    </View>
  )
}

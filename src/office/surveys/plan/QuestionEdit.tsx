import { Text, View } from '@tarojs/components'
import { OVERALL, QUESTION_LENGTH_MAX, type Question } from '../../../../domain/survey/questionnaire'
import { Icon } from '@/components/Icon'
import type { IconName } from '@/components/Icon/icons'
import { Press } from '@/components/Press'
import { TextArea } from '@/components/TextArea'
import '../style.scss'

type QuestionEditProps = { question: Question; number: number; mayRise: boolean; maySink: boolean; onText: (text: string) => void; onMove: (by: 1 | -1) => void; onRemove: () => void }

/** One question: its words, its place. The overall one can be reworded and nothing else. */
export function QuestionEdit({ question: { id, text }, number, mayRise, maySink, onText, onMove, onRemove }: QuestionEditProps) {
  const name = `第 ${number} 题`
  return (
    <View className='question-edit'>
      <View className='question-edit__head'>
        <Text className='question-edit__name'>{id === OVERALL ? `${name}（总体，算满意率）` : name}</Text>
        {id !== OVERALL && (
          <>
            <Act icon='arrowUp' label={`${name}往前移`} disabled={!mayRise} onPress={() => onMove(-1)} />
            <Act icon='arrowDown' label={`${name}往后移`} disabled={!maySink} onPress={() => onMove(1)} />
            <Act icon='trash' label={`去掉${name}`} isRemove onPress={onRemove} />
          </>
        )}
      </View>
      <TextArea label={`${name}的题目`} value={text} lengthMax={QUESTION_LENGTH_MAX} mayBeLonger placeholder='如：电梯里干净吗？' onChange={onText} />
    </View>
  )
}

type ActProps = { icon: IconName; label: string; disabled?: boolean; isRemove?: boolean; onPress: () => void }
const Act = ({ icon, label, disabled, isRemove, onPress }: ActProps) => (
  <Press className={`question-edit__act ${disabled ? 'question-edit__act--off' : ''} ${isRemove ? 'question-edit__act--remove' : ''}`} label={label} disabled={disabled} onPress={onPress}><Icon name={icon} /></Press>
)

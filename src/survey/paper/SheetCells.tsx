import { Text, View } from '@tarojs/components'
import type { Pattern } from '../../../domain/survey/answers'
import type { Question } from '../../../domain/survey/questionnaire'
import { Press } from '@/components/Press'
import { answerWords } from '../flow/answerWords'
import './style.scss'

type SheetCellsProps = { questions: readonly Question[]; sheet: Pattern; place: number; onPlace: (place: number) => void }

/** What is keyed in of a sheet, question by question; a tap goes to one. */
export function SheetCells({ questions, sheet, place, onPlace }: SheetCellsProps) {
  return (
    <View className='sheet-cells'>
      {questions.map(({ id }, index) => {
        const digit = sheet[index]
        const words = digit === undefined ? '还没有录' : answerWords(Number(digit))
        return (
          <Press key={id} className={`sheet-cells__cell ${index === place ? 'sheet-cells__cell--on' : ''}`} label={`第 ${index + 1} 题，${words}`} disabled={index > sheet.length} onPress={() => onPlace(index)}>
            <Text className='sheet-cells__number'>{index + 1}</Text>
            <Text className='sheet-cells__digit'>{digit ?? '–'}</Text>
          </Press>
        )
      })}
    </View>
  )
}

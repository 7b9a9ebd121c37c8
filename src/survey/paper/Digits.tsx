import { Text, View } from '@tarojs/components'
import { NOT_MET, STEPS } from '../../../domain/survey/questionnaire'
import { Press } from '@/components/Press'
import { ANSWER } from '@/labels/survey'
import './style.scss'

type DigitsProps = { isFirst: boolean; isOff: boolean; value: string | undefined; onDigit: (digit: number) => void }

/** 5 … 1 and 0, as they stand on the printed sheet. The overall question has no 0. */
export function Digits({ isFirst, isOff, value, onDigit }: DigitsProps) {
  return (
    <View className='digits'>
      {([...STEPS, NOT_MET] as const).map((digit) => {
        const off = isOff || (digit === NOT_MET && isFirst)
        return (
          <Press key={digit} className={`digits__key ${off ? 'digits__key--off' : ''} ${value === String(digit) ? 'digits__key--on' : ''}`} label={`${digit}，${ANSWER[digit]}`} disabled={off} onPress={() => onDigit(digit)}>
            <Text className='digits__digit'>{digit}</Text>
            <Text className='digits__words'>{ANSWER[digit]}</Text>
          </Press>
        )
      })}
    </View>
  )
}

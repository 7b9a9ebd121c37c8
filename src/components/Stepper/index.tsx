import { Text, View } from '@tarojs/components'
import { Icon } from '../Icon'
import { Press } from '../Press'
import './style.scss'

type StepperProps = {
  label: string
  /** null: not set yet; the first tap on plus gives the smallest step, on minus the least. */
  value: number | null
  onChange: (value: number) => void
  step?: number
  min?: number
  max: number
  /** 1.5 分: as it is read. */
  words: (value: number) => string
}

/** A number by taps, for gloves and shaking hands. */
export function Stepper({ label, value, onChange, step = 1, min = 0, max, words }: StepperProps) {
  const shown = value === null ? '未填' : words(value)
  const [isLeast, isMost] = [value !== null && value <= min, value !== null && value >= max]
  return (
    <View className='stepper' ariaRole='group' ariaLabel={`${label}：${shown}`}>
      <Press className={`stepper__tap ${isLeast ? 'stepper__tap--off' : ''}`} label={`${label}减少`} disabled={isLeast} onPress={() => onChange(Math.max(min, (value ?? min + step) - step))}><Text className='stepper__sign'>−</Text></Press>
      <Text className={`stepper__value ${value === null ? 'stepper__value--none' : ''}`}>{shown}</Text>
      <Press className={`stepper__tap ${isMost ? 'stepper__tap--off' : ''}`} label={`${label}增加`} disabled={isMost} onPress={() => onChange(Math.min(max, (value ?? min) + step))}><Icon name='plus' size='small' /></Press>
    </View>
  )
}

import { Picker, Text, View } from '@tarojs/components'
import { Icon } from '../Icon'
import './style.scss'

type DateInputProps = {
  label: string
  /** `2026-11-26`, or empty. */
  value: string
  onChange: (date: string) => void
  min?: string
  max?: string
}

type Key = { key: string; preventDefault: () => void; currentTarget: { click?: () => void } }
// The wheel opens on a click that comes through it: on a keyboard Enter is one.
const keyboard = process.env.TARO_ENV === 'h5' && {
  tabIndex: 0,
  onKeyDown: (event: Key) => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    event.currentTarget.click?.()
  },
}

/** A day, by WeChat's own wheel. */
export function DateInput({ label, value, onChange, min, max }: DateInputProps) {
  return (
    <Picker mode='date' value={value} start={min} end={max} ariaLabel={label} onChange={(event) => onChange(event.detail.value)}>
      <View className='press date-input' ariaRole='button' ariaLabel={`${label}：${value || '请选择日期'}`} {...keyboard}>
        <Icon name='calendarDays' />
        <Text className={value ? '' : 'date-input__none'}>{value || '请选择日期'}</Text>
      </View>
    </Picker>
  )
}

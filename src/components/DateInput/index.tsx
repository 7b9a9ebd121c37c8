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

/** A day, by WeChat's own wheel. */
export function DateInput({ label, value, onChange, min, max }: DateInputProps) {
  return (
    <Picker mode='date' value={value} start={min} end={max} ariaLabel={label} onChange={(event) => onChange(event.detail.value)}>
      <View className='date-input' ariaRole='button' ariaLabel={`${label}：${value || '请选择'}`}>
        <Icon name='calendarDays' />
        <Text className={value ? '' : 'date-input__none'}>{value || '请选择日期'}</Text>
      </View>
    </Picker>
  )
}

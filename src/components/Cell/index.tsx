import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { Icon } from '../Icon'
import type { IconName } from '../Icon/icons'
import { Press } from '../Press'
import './style.scss'

type CellProps = {
  title: ReactNode
  note?: ReactNode
  /** On the right: a figure, a badge. */
  value?: ReactNode
  icon?: IconName
  onPress?: () => void
  label?: string
}

/** A row of a list; inside `Card flush`. */
export function Cell({ title, note, value, icon, onPress, label }: CellProps) {
  const inside = (
    <>
      {icon && <View className='cell__icon'><Icon name={icon} /></View>}
      <View className='cell__main'>
        <View className='cell__words'>
          <View className='cell__title'>{title}</View>
          {note && <View className='cell__note'>{note}</View>}
        </View>
        {value !== undefined && <View className='cell__value'>{value}</View>}
      </View>
      {onPress && <View className='cell__go'><Icon name='chevronRight' size='small' /></View>}
    </>
  )
  return onPress ? <Press className='cell' onPress={onPress} label={label}>{inside}</Press> : <View className='cell'>{inside}</View>
}

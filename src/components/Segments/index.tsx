import { Text, View } from '@tarojs/components'
import { Press } from '../Press'
import './style.scss'

type SegmentsProps<V extends string> = {
  label: string
  items: readonly { value: V; words: string; count?: number }[]
  value: V
  onChange: (value: V) => void
}

/** Views of the same thing, side by side. */
export function Segments<V extends string>({ label, items, value, onChange }: SegmentsProps<V>) {
  return (
    <View className='segments' ariaRole='tablist' ariaLabel={label}>
      {items.map((item) => (
        <Press key={item.value} className={`segments__item ${item.value === value ? 'segments__item--on' : ''}`} role='tab' selected={item.value === value} onPress={() => onChange(item.value)}>
          <Text>{item.words}</Text>
          {item.count !== undefined && <Text className='segments__count'>{item.count}</Text>}
        </Press>
      ))}
    </View>
  )
}

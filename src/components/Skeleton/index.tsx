import { View } from '@tarojs/components'
import './style.scss'

/** Stands in for what comes; not seen at all when it comes within 300 ms. */
export function Skeleton({ rows = 3 }: { rows?: number }) {
  return (
    <View className='skeleton' ariaRole='status' ariaLabel='正在读取'>
      {Array.from({ length: rows }, (_, row) => (
        <View key={row} className='skeleton__card'><View className='skeleton__line skeleton__line--short' /><View className='skeleton__line' /></View>
      ))}
    </View>
  )
}

import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import './style.scss'

/** On a wide screen the list keeps its place on the left and the detail stands beside it; on a phone only one of them is seen. */
export function Split({ list, detail }: { list: ReactNode; detail?: ReactNode }) {
  return (
    <View className={`split ${detail ? 'split--open' : ''}`}>
      <View className='split__list'>{list}</View>
      {detail && <View className='split__detail'>{detail}</View>}
    </View>
  )
}

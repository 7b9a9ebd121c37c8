import { Text, View } from '@tarojs/components'
import './style.scss'

/** 回执, to be copied by hand from the other side of a table. */
export function Receipt({ receipt }: { receipt: string }) {
  return (
    <View className='ballot-receipt'>
      <View className='ballot-note'><Text>回执</Text></View>
      <View className='ballot-receipt__letters' ariaLabel={`回执 ${receipt.split('').join(' ')}`}><Text>{receipt}</Text></View>
    </View>
  )
}

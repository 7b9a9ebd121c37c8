import { Text, View } from '@tarojs/components'
import './style.scss'

/** 第 3 题 / 共 8 题, as a bar and in words. `at` counts from 0; past the last question the bar is full. */
export function BallotProgress({ at, count, words }: { at: number; count: number; words: string }) {
  const percent = (Math.min(at + 1, count) * 100) / count
  return (
    <View className='ballot-progress' ariaRole='status' ariaLabel={words}>
      <View className='ballot-progress__words' ariaHidden><Text>{words}</Text></View>
      <View className='ballot-progress__track' ariaHidden><View className='ballot-progress__done' style={{ width: `${percent.toFixed(2)}%` }} /></View>
    </View>
  )
}

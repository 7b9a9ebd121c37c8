import { Text, View } from '@tarojs/components'
import './style.scss'

type ProgressProps = { words: string; percent?: number; figure?: string }

/** How far it is, in words and figures; the bar is for the eye only. */
export function Progress({ words, percent, figure }: ProgressProps) {
  return (
    <View className='roster-progress' ariaRole='status' ariaLive='polite'>
      <View className='roster-progress__words'><Text>{figure === undefined ? `${words}…` : words}</Text></View>
      {figure !== undefined && <View className='roster-progress__figure'><Text>{figure}</Text></View>}
      {percent !== undefined && <View className='roster-progress__rail'><View className='roster-progress__bar' style={{ width: `${percent}%` }} /></View>}
    </View>
  )
}

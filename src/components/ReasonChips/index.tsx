import { Text, View } from '@tarojs/components'
import { Press } from '../Press'
import './style.scss'

/** 常用理由 below a field of words: a tap fills one in, and it can be changed before it is sent. */
export function ReasonChips({ templates, onPick }: { templates: readonly string[]; onPick: (words: string) => void }) {
  return (
    <View className='reasons' ariaRole='group' ariaLabel='常用理由'>
      {templates.map((words) => <Press key={words} className='reasons__chip' onPress={() => onPick(words)}><Text>{words}</Text></Press>)}
    </View>
  )
}

import { Text, View } from '@tarojs/components'
import { Button } from '../Button'
import { Icon } from '../Icon'
import type { IconName } from '../Icon/icons'
import './style.scss'

type EmptyProps = {
  title: string
  /** What to do, or when something will come. */
  words?: string
  icon?: IconName
  action?: { words: string; onPress: () => void }
}

export function Empty({ title, words, icon = 'inbox', action }: EmptyProps) {
  return (
    <View className='empty'>
      <Icon name={icon} size='large' />
      <View className='empty__title'><Text>{title}</Text></View>
      {words && <View className='empty__words'><Text>{words}</Text></View>}
      {action && <Button kind='secondary' inline words={action.words} onPress={action.onPress} />}
    </View>
  )
}

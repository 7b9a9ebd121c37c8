import { Text, View } from '@tarojs/components'
import { Icon } from '../Icon'
import type { IconName } from '../Icon/icons'
import type { Tone } from '../tone'
import './style.scss'

type BadgeProps = { words: string; tone?: Tone; icon?: IconName }

export function Badge({ words, tone = 'neutral', icon }: BadgeProps) {
  return (
    <View className={`badge tone-${tone}`}>
      {icon && <Icon name={icon} size='small' />}
      <Text>{words}</Text>
    </View>
  )
}

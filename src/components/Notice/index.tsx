import type { PropsWithChildren } from 'react'
import { Text, View } from '@tarojs/components'
import { Icon } from '../Icon'
import type { IconName } from '../Icon/icons'
import { Press } from '../Press'
import type { Tone } from '../tone'
import './style.scss'

const MARKS = { good: 'circleCheck', warn: 'triangleAlert', urgent: 'circleAlert', info: 'info', neutral: 'info' } as const satisfies Record<Tone, IconName>

type NoticeProps = PropsWithChildren<{
  id?: string
  words: string
  tone?: Tone
  icon?: IconName
  action?: { words: string; onPress: () => void }
}>

/** Said in place: a refusal beside its button, a condition above its list. */
export function Notice({ id, words, tone = 'info', icon = MARKS[tone], action, children }: NoticeProps) {
  const pressing = tone === 'urgent' || tone === 'warn'
  return (
    <View id={id} className={`notice tone-${tone}`} ariaRole={pressing ? 'alert' : 'status'} ariaLive={pressing ? 'assertive' : 'polite'}>
      <Icon name={icon} size='small' />
      <View className='notice__told'>
        <View><Text>{words}</Text></View>
        {children}
        {action && <Press className='notice__action' onPress={action.onPress}><Text>{action.words}</Text></Press>}
      </View>
    </View>
  )
}

import { Text, View } from '@tarojs/components'
import type { Actions } from '../../../types/api'
import { Icon } from '@/components/Icon'
import { Press } from '@/components/Press'
import { momentWords } from '@/domainViews/momentWords'
import { NOTICE, TOLD } from '@/labels/notice'
import { useNow } from '@/services/useNow'
import './style.scss'

export type InboxNotice = Actions['listNotices']['reply']['notices'][number]

export function NoticeRow({ notice: { kind, subject, text, createdAt, read, told }, onOpen }: { notice: InboxNotice; onOpen: () => void }) {
  const now = useNow(60_000)
  const { words, tone, icon } = NOTICE[kind]
  return (
    <Press className={`notice-row tone-${tone} ${read ? '' : 'notice-row--new'}`} onPress={onOpen}>
      <View className='notice-row__mark'><Icon name={icon} size='small' /></View>
      <View className='notice-row__words'>
        <View className='notice-row__head'>
          <Text className='notice-row__title'>{words}</Text>
          {!read && <Text className='notice-row__unread'>未读</Text>}
        </View>
        <View className='notice-row__subject'><Text>{subject}</Text></View>
        <View><Text>{text}</Text></View>
        <View className='notice-row__quiet'><Text>{`${momentWords(createdAt, now)} · ${TOLD[told]}`}</Text></View>
      </View>
    </Press>
  )
}

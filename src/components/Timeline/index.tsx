import type { ReactNode } from 'react'
import { Text, View } from '@tarojs/components'
import { Icon } from '../Icon'
import type { IconName } from '../Icon/icons'
import { PhotoGrid } from '../PhotoGrid'
import type { Tone } from '../tone'
import './style.scss'

export type Moment = {
  id: string
  /** 今天 14:20(周二). */
  at: string
  title: string
  words?: ReactNode
  photos?: readonly string[]
  tone?: Tone
  icon?: IconName
}

/** What happened, told in order, with its photos. */
export function Timeline({ moments }: { moments: readonly Moment[] }) {
  return (
    <View className='timeline' ariaRole='list'>
      {moments.map(({ id, at, title, words, photos, tone = 'neutral', icon = 'check' }) => (
        <View key={id} className={`timeline__moment tone-${tone}`} ariaRole='listitem'>
          <View className='timeline__mark'><Icon name={icon} size='small' /></View>
          <View className='timeline__told'>
            <View className='timeline__title'><Text>{title}</Text></View>
            <View className='timeline__at'><Text>{at}</Text></View>
            {words && <View className='timeline__words'>{words}</View>}
            {photos && photos.length > 0 && <View className='timeline__photos'><PhotoGrid photos={photos} label={`${title}的照片`} /></View>}
          </View>
        </View>
      ))}
    </View>
  )
}

import type { PropsWithChildren } from 'react'
import { Text, View } from '@tarojs/components'
import { Heading } from '../Heading'
import { Press } from '../Press'
import './style.scss'

type SectionProps = PropsWithChildren<{
  title: string
  note?: string
  /** 全部, 说明 … on the right of the title. */
  more?: { words: string; onPress: () => void }
}>

export function Section({ title, note, more, children }: SectionProps) {
  return (
    <View className='section'>
      <View className='section__head'>
        <Heading className='section__title'><Text>{title}</Text></Heading>
        {more && <Press className='section__more' onPress={more.onPress} label={`${title}：${more.words}`}><Text>{more.words}</Text></Press>}
      </View>
      {note && <View className='section__note'><Text>{note}</Text></View>}
      {children}
    </View>
  )
}

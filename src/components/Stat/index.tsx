import type { PropsWithChildren } from 'react'
import { Text, View } from '@tarojs/components'
import { Press } from '../Press'
import type { Tone } from '../tone'
import './style.scss'

type StatProps = { value: string; unit?: string; caption: string; tone?: Tone; onOpen?: () => void }

/** A figure and what it counts. Every number can be opened. */
export function Stat({ value, unit, caption, tone, onOpen }: StatProps) {
  const className = `stat ${tone ? `tone-${tone} stat--toned` : ''}`
  const inside = (
    <>
      <View className='stat__value'><Text>{value}</Text>{unit && <Text className='stat__unit'>{unit}</Text>}</View>
      <View className='stat__caption'><Text>{caption}</Text></View>
    </>
  )
  return onOpen ? <Press className={className} label={`${caption} ${value}${unit ?? ''}，点按查看`} onPress={onOpen}>{inside}</Press> : <View className={className}>{inside}</View>
}

/** Up to three side by side; below each other when the words are very large. */
export const Stats = ({ children }: PropsWithChildren) => <View className='stats'>{children}</View>

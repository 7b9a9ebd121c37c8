import type { PropsWithChildren } from 'react'
import { View } from '@tarojs/components'
import { Press } from '../Press'
import './style.scss'

type CardProps = PropsWithChildren<{
  onPress?: () => void
  /** Read aloud for the whole card when it can be tapped. */
  label?: string
  /** No padding: for rows that bring their own. */
  flush?: boolean
}>

export function Card({ onPress, label, flush, children }: CardProps) {
  const className = `card ${flush ? 'card--flush' : ''}`
  if (onPress) return <Press className={className} onPress={onPress} label={label}>{children}</Press>
  return <View className={className}>{children}</View>
}

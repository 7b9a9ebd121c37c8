import type { PropsWithChildren } from 'react'
import { View } from '@tarojs/components'

/** A title that readers can jump to. The browser wants to know of which level; WeChat has no such word. */
export function Heading({ className, level = 2, children }: PropsWithChildren<{ className?: string; level?: 1 | 2 }>) {
  return <View className={className} ariaRole='heading' {...(process.env.TARO_ENV === 'h5' && { 'aria-level': level })}>{children}</View>
}

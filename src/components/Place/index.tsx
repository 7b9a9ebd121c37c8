import type { PropsWithChildren } from 'react'
import { View } from '@tarojs/components'

/**
 * Where something comes and goes beside a list. On WeChat Taro sends all children of a view again when one of them goes, or comes before the last: here it
 * has no siblings, and the list stays where it is.
 */
export const Place = ({ children }: PropsWithChildren) => <View className='place'>{children}</View>

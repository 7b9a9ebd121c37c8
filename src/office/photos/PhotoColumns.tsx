import type { PropsWithChildren } from 'react'
import { View } from '@tarojs/components'
import './style.scss'

/** One below the other on a phone, side by side where there is room. */
export const PhotoColumns = ({ children }: PropsWithChildren) => <View className='photo-columns'>{children}</View>

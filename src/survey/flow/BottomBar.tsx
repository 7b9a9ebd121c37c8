import type { PropsWithChildren } from 'react'
import { View } from '@tarojs/components'
import './style.scss'

/** The actions of a step, at the lower edge of the screen however little stands above: they keep their place from question to question. */
export const BottomBar = ({ children }: PropsWithChildren) => (
  <>
    <View className='ballot-bar__room' />
    <View className='ballot-bar'><View className='ballot-bar__inner'>{children}</View></View>
  </>
)

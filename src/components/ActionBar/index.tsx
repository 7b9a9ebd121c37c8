import type { PropsWithChildren } from 'react'
import { View } from '@tarojs/components'
import { showWrong } from '@/services/useIntoView'
import './style.scss'

/** The one main action of a form that is not a whole page (a detail beside its list, a step of several): keeps to the lower edge of what is seen. What it is refused for comes into view. */
export const ActionBar = ({ children }: PropsWithChildren) => <View className='action-bar' onClick={showWrong}>{children}</View>

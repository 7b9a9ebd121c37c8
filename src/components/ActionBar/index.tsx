import type { PropsWithChildren } from 'react'
import { View } from '@tarojs/components'
import './style.scss'

/** The one main action of a form that is not a whole page (a detail beside its list, a step of several): keeps to the lower edge of what is seen. */
export const ActionBar = ({ children }: PropsWithChildren) => <View className='action-bar'>{children}</View>

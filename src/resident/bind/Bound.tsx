import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { Actions } from '../../../types/api'
import { Button } from '@/components/Button'
import { Notice } from '@/components/Notice'
import { openHousehold } from '@/domainViews/openHousehold'

export type MyHousehold = Actions['whoAmI']['reply']['households'][number]

/** It is done: which household, and what it is good for. */
export function Bound({ household: { id, estateName, label, relation } }: { household: MyHousehold }) {
  return (
    <>
      <Notice tone='good' words={`已绑定：${estateName} ${label}`} />
      <Notice tone='neutral' icon='lock' words={relation === 'lives' ? '报告问题时会自动填好您的楼栋。物业和邻居看不到是谁绑定的。' : '报告问题时可以选“替家里老人报”。物业和邻居看不到是谁绑定的。'} />
      <View className='bind-actions'>
        <Button words='回首页' onPress={() => void Taro.switchTab({ url: '/pages/home/index' })} />
        <Button kind='secondary' icon='users' words={relation === 'lives' ? '邀请家人' : '看这一户'} onPress={() => openHousehold(id)} />
      </View>
    </>
  )
}

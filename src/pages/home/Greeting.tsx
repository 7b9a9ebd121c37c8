import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { Actions } from '../../../types/api'
import { Icon } from '@/components/Icon'
import { Press } from '@/components/Press'
import './style.scss'

type GreetingProps = { person: NonNullable<Actions['whoAmI']['reply']['person']> }

/** Who I am here; the way to 我的. */
export function Greeting({ person: { name, townName, estateName, grants } }: GreetingProps) {
  const managed = grants.flatMap((grant) => (grant.role === 'manager' ? [grant.estateName] : []))
  const where = [townName, ...(managed.length > 0 ? managed : estateName ? [estateName] : [])].join(' · ')
  return (
    <Press className='greeting' onPress={() => void Taro.navigateTo({ url: '/pages/me/index' })}>
      <View className='greeting__face'><Icon name='user' /></View>
      <View className='greeting__words'>
        <View className='greeting__name'><Text>{name}</Text></View>
        <View className='greeting__where'><Text>{where}</Text></View>
      </View>
      <View className='greeting__me'><Text>我的</Text><Icon name='chevronRight' size='small' /></View>
    </Press>
  )
}

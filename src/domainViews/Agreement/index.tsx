import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Press } from '@/components/Press'
import './style.scss'

const open = (name: 'terms' | 'privacy') => void Taro.navigateTo({ url: `/resident/pages/document/index?name=${name}` })

/** Beside the tap by which somebody begins: what it means, both texts, and that the rest is asked one by one. */
export function Agreement() {
  return (
    <View className='agreement'>
      <View><Text>开始使用，就表示同意《用户服务协议》。相机、位置、手机号都在用到时单独问您。</Text></View>
      <View className='agreement__links'>
        <Press className='agreement__link' role='link' onPress={() => open('terms')}><Text>用户服务协议</Text></Press>
        <Press className='agreement__link' role='link' onPress={() => open('privacy')}><Text>隐私保护指引</Text></Press>
      </View>
    </View>
  )
}

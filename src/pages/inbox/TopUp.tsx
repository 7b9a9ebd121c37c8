import Taro from '@tarojs/taro'
import { Notice } from '@/components/Notice'

/** Why WeChat was silent, and what one tap does about it. */
export const TopUp = () => <Notice tone='info' icon='bell' words='有些消息没能发到微信，因为可发的次数用完了。' action={{ words: '去增加次数', onPress: () => void Taro.navigateTo({ url: '/pages/me/index' }) }} />

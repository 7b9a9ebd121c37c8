import { Text, View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { Heading } from '../Heading'
import { Icon } from '../Icon'
import { Press } from '../Press'

const TAB = /^\/?pages\/(home|cases|standings|inbox)\//
const HOME = '/pages/home/index'

/** The bar above a page in the browser, where WeChat's own is missing. */
export function Top({ title }: { title: string }) {
  const { path } = useRouter()
  const back = () => void (Taro.getCurrentPages().length > 1 ? Taro.navigateBack() : Taro.switchTab({ url: HOME }))
  return (
    <View className='page__top'>
      {!TAB.test(path) && <Press className='page__back' label='返回' onPress={back}><Icon name='chevronLeft' /></Press>}
      <Heading className='page__title' level={1}><Text>{title}</Text></Heading>
    </View>
  )
}

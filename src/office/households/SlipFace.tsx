import { Text, View } from '@tarojs/components'
import { showCode } from '../../../domain/household/code'
import { slipSteps, type SlipWords } from './slipText'
import './style.scss'

/** 绑定码纸条 in words: to whom, the code, and what to do with it. The picture is on the paper alone. */
export function SlipFace({ slip: { estateName, label, code }, ask }: { slip: SlipWords; ask: string }) {
  const shown = showCode(code)
  return (
    <View className='slip'>
      <View className='slip__title'><Text>邻净住户绑定码</Text></View>
      <View className='slip__home'><Text>{`${estateName} ${label}`}</Text></View>
      <View className='slip__code' ariaRole='img' ariaLabel={`绑定码 ${[...shown].join(' ')}`}><Text>{shown}</Text></View>
      {slipSteps.map((step, index) => <View key={step} className='slip__step'><Text>{`${index + 1}. ${step}`}</Text></View>)}
      <View className='slip__step'><Text>一户一码，只能用一次。请不要拍照发给别人。</Text></View>
      <View className='slip__step'><Text>{ask}</Text></View>
    </View>
  )
}

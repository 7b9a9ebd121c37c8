import { Image, Text, View } from '@tarojs/components'
import { showCode } from '../../../domain/household/code'
import { sceneOf } from '../../../domain/household/scene'
import { silent } from '@/components/pictureName'
import { qrPicture } from './qrPicture'
import { slipSteps, type SlipWords } from './slipText'
import './style.scss'

type SlipFaceProps = { slip: SlipWords; ask: string; /** The only one on its page. */ isOne?: boolean }

/** 绑定码纸条, as it is handed out: to whom, the code, and what to do with it. The picture says what the code says, so it has no words of its own. */
export function SlipFace({ slip: { estateName, label, code }, ask, isOne }: SlipFaceProps) {
  const shown = showCode(code)
  return (
    <View className={`slip ${isOne ? 'slip--one' : ''}`}>
      <View className='slip__title'><Text>邻净住户绑定码</Text></View>
      <View className='slip__home'><Text>{`${estateName} ${label}`}</Text></View>
      <View className='slip__code' ariaRole='img' ariaLabel={`绑定码 ${[...shown].join(' ')}`}><Text>{shown}</Text></View>
      <View className='slip__body'>
        <View className='slip__steps'>{slipSteps(true).map((step, index) => <View key={step} className='slip__step'><Text>{`${index + 1}. ${step}`}</Text></View>)}</View>
        <Image className='slip__picture' src={qrPicture(`${SLIP_LINK}${sceneOf(code)}`)} mode='aspectFit' {...silent} />
      </View>
      <View className='slip__step'><Text>一户一码，只能用一次。请不要拍照发给别人。</Text></View>
      <View className='slip__step'><Text>{ask}</Text></View>
    </View>
  )
}

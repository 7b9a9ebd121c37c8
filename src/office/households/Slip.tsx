import { View } from '@tarojs/components'
import type { Actions } from '../../../types/api'
import { Button } from '@/components/Button'
import { Notice } from '@/components/Notice'
import { copyWords } from '@/services/privacy/copyWords'
import { useRead } from '@/services/useAction'
import { SlipFace } from './SlipFace'
import { askWords, slipText } from './slipText'
import './style.scss'

export type IssuedCode = Actions['issueCode']['reply']

/** One slip, to be printed by itself in a browser (styles/browser.scss). */
export function Slip({ issued }: { issued: IssuedCode }) {
  const ask = askWords(useRead('whoAmI', {}).data?.contacts[0])
  return (
    <>
      <Notice tone='warn' words='绑定码只显示这一次。请现在打印、复制或抄写，当面交给住户本人；不要经物业转交，不要发到群里。' />
      <SlipFace slip={issued} ask={ask} isOne />
      <View className='slip-acts'>
        {/* eslint-disable-next-line no-restricted-globals -- browser only: WeChat does not print */}
        {process.env.TARO_ENV === 'h5' && <Button icon='printer' words='打印纸条' onPress={() => window.print()} />}
        <Button kind='secondary' icon='clipboardList' words='复制文字' onPress={() => void copyWords(slipText(issued, ask), '已复制')} />
      </View>
    </>
  )
}

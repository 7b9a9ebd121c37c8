import { Text, View } from '@tarojs/components'
import type { Actions } from '../../../types/api'
import { showCode } from '../../../domain/household/code'
import { Button } from '@/components/Button'
import { Notice } from '@/components/Notice'
import { copyWords } from '@/services/privacy/copyWords'
import { useRead } from '@/services/useAction'
import './style.scss'

const STEPS = ['打开微信小程序“邻净”。', '点“我的”，再点“绑定住户”，输入上面的绑定码。', '绑定后可以在小程序里邀请家人。']

export type IssuedCode = Actions['issueCode']['reply']

/** 绑定码纸条, as it is handed out. Printed by itself in a browser (styles/browser.scss). */
export function Slip({ issued: { code, label, estateName } }: { issued: IssuedCode }) {
  const contact = useRead('whoAmI', {}).data?.contacts[0]
  const shown = showCode(code)
  const ask = contact ? `有疑问请联系${contact.office}：${contact.phone}` : '有疑问请联系镇考核办。'
  const whole = ['邻净住户绑定码', `${estateName} ${label}`, shown, ...STEPS.map((step, index) => `${index + 1}. ${step}`), ask].join('\n')
  return (
    <>
      <Notice tone='warn' words='绑定码只显示这一次。请现在打印、复制或抄写，当面交给住户本人；不要经物业转交，不要发到群里。' />
      <View className='slip'>
        <View className='slip__title'><Text>邻净住户绑定码</Text></View>
        <View className='slip__home'><Text>{`${estateName} ${label}`}</Text></View>
        <View className='slip__code' ariaRole='img' ariaLabel={`绑定码 ${[...shown].join(' ')}`}><Text>{shown}</Text></View>
        {STEPS.map((step, index) => <View key={step} className='slip__step'><Text>{`${index + 1}. ${step}`}</Text></View>)}
        <View className='slip__step'><Text>一户一码，只能用一次。请不要拍照发给别人。</Text></View>
        <View className='slip__step'><Text>{ask}</Text></View>
      </View>
      <View className='slip-acts'>
        {/* eslint-disable-next-line no-restricted-globals -- browser only: WeChat does not print */}
        {process.env.TARO_ENV === 'h5' && <Button icon='printer' words='打印纸条' onPress={() => window.print()} />}
        <Button kind='secondary' icon='clipboardList' words='复制文字' onPress={() => void copyWords(whole, '已复制')} />
      </View>
    </>
  )
}

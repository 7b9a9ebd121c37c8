import { View } from '@tarojs/components'
import { Button } from '@/components/Button'
import { Notice } from '@/components/Notice'
import { Section } from '@/components/Section'
import { confirm } from '@/services/confirm'
import { copyWords } from '@/services/privacy/copyWords'
import { SlipFace } from '../households/SlipFace'
import { askWords, slipText } from '../households/slipText'
import { keepDrawn, useDrawn } from './drawnSlips'
import './style.scss'

type SlipSheetProps = { estateId: string; contact: { office: string; phone: string } | undefined }

/** 纸条 to print, two in a row with lines to cut along (styles/browser.scss). WeChat does not print: there they are copied as text. */
export function SlipSheet({ estateId, contact }: SlipSheetProps) {
  const slips = useDrawn(estateId)
  const ask = askWords(contact)
  if (slips.length === 0) return null
  async function putAway() {
    if (await confirm({ title: '收起这些纸条？', words: '收起以后绑定码不再显示。没有打印好的，以后只能一户一户补发。', yes: '收起', danger: true })) keepDrawn(estateId, [])
  }
  return (
    <>
      <View className='not-printed slips-acts'>
        <Section title={`这次发的 ${slips.length} 户`}>
          <Notice tone='warn' words='绑定码只显示这一次，关掉页面就没有了。请先打印，当面交给住户本人；不要经物业转交。' />
          {process.env.TARO_ENV === 'weapp' && <Notice words='微信里不能打印。请在电脑浏览器里打开本页发码、打印；或复制文字，粘贴到文档里。' />}
          <View className='slip-acts'>
            {/* eslint-disable-next-line no-restricted-globals -- browser only: WeChat does not print */}
            {process.env.TARO_ENV === 'h5' && <Button icon='printer' words={`打印 ${slips.length} 张`} onPress={() => window.print()} />}
            <Button kind='secondary' icon='clipboardList' words='复制文字' onPress={() => void copyWords(slips.map((slip) => slipText(slip, ask)).join('\n\n'), '已复制')} />
          </View>
          <Button kind='quiet' words='都印好了，收起' onPress={() => void putAway()} />
        </Section>
      </View>
      <View className='slips'>{slips.map((slip) => <SlipFace key={slip.code} slip={slip} ask={ask} />)}</View>
    </>
  )
}

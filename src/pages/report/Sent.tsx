import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { TEMPLATE_IDS } from '../../../config/templates'
import { Button } from '@/components/Button'
import { Heading } from '@/components/Heading'
import { Icon } from '@/components/Icon'
import { Notice } from '@/components/Notice'
import { Page } from '@/components/Page'
import { acceptMessages } from '@/domainViews/acceptMessages'
import { CHANGED_BEFORE } from '@/domainViews/Outbox/reportWords'
import { openCase } from '@/domainViews/openCase'
import { notDeclined } from '@/services/declined'
import type { Arrived } from '@/services/reports/sendReport'

type SentProps = { title: string; report: Arrived; onAgain: () => void }

/** It has arrived: under which number, where a neighbour's has one, what happens now, and the natural moment to be told of it. */
export function Sent({ title, report: { caseId, number, joined, wasChanged }, onAgain }: SentProps) {
  // Who has said no today is not asked again.
  const [asked, setAsked] = useState<'no' | 'accepted' | 'declined'>(() => (notDeclined([TEMPLATE_IDS.caseProgress]).length > 0 ? 'no' : 'declined'))
  async function ask() {
    const accepted = await acceptMessages([TEMPLATE_IDS.caseProgress])
    setAsked(accepted.length > 0 ? 'accepted' : 'declined')
  }
  return (
    <Page title={title} bottom={asked === 'no' ? <Button icon='bell' words='有进展时通知我' onPress={() => void ask()} /> : <Button words='回首页' onPress={() => void Taro.switchTab({ url: '/pages/home/index' })} />}>
      <View className='report-sent' ariaRole='status' ariaLive='polite'>
        <View className='report-sent__mark'><Icon name='circleCheck' size='large' /></View>
        <Heading className='report-sent__title'><Text>{joined ? '已加入跟进' : '已经收到，谢谢您'}</Text></Heading>
        {number && <View className='report-sent__number'><Text>{`编号 ${number}`}</Text></View>}
        <View className='report-sent__next'>
          <Text>{joined ? '这个问题邻居已经报过，您的照片和说明加进了同一件，进展一样看得到。' : '考核办会先看一看，受理后派给物业处理。每一步都能在“进展”里看到。'}</Text>
        </View>
      </View>
      {wasChanged && <Notice tone='info' words={CHANGED_BEFORE} />}
      {asked === 'accepted' && <Notice tone='good' words='好的，下一次有进展会用微信告诉您。' />}
      {asked === 'declined' && <Notice tone='neutral' words='没关系，进展都在“消息”里，随时可以看。' />}
      <Button kind='secondary' words='看这一件的进展' onPress={() => openCase(caseId)} />
      <View className='report-sent__gap' />
      <Button kind='quiet' icon='plus' words='再报一个' onPress={onAgain} />
    </Page>
  )
}

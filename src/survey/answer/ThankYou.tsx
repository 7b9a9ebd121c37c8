import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Heading } from '@/components/Heading'
import { Icon } from '@/components/Icon'
import { endWords } from '@/domainViews/momentWords'
import { openSurveyResult } from '@/domainViews/openSurvey'
import { useNow } from '@/services/useNow'
import type { ReadSurvey } from './ballotProps'
import { Receipt } from './Receipt'
import './style.scss'

type ThankYouProps = { survey: ReadSurvey['survey']; label: string; receipt: string; onOther?: () => void }

/** 谢谢: it has arrived; how to look it up, and what happens now. No answer is shown. */
export function ThankYou({ survey: { id, estateName, closesAt }, label, receipt, onOther }: ThankYouProps) {
  const now = useNow(60_000)
  const next = [
    '结果公布后，在结果页的“核对”里能查到这个回执，就是您家的票算进去了。回执请自己留着。',
    `${endWords(closesAt, now)}前都可以改，最后一次算数。`,
    '截止后计票，会抽几户电话回访，只问答过没有，不问答了什么；然后公布结果和整改情况。',
  ]
  return (
    <>
      <View className='ballot-thanks' ariaRole='status' ariaLive='polite'>
        <View className='ballot-thanks__mark'><Icon name='circleCheck' size='large' /></View>
        <Heading className='ballot-thanks__title'><Text>谢谢您</Text></Heading>
        <View className='ballot-note'><Text>{`${estateName} ${label} 的答卷已经收到`}</Text></View>
      </View>
      <Card>
        <Receipt receipt={receipt} />
        {next.map((words) => <View key={words} className='ballot-next'><Text>{`· ${words}`}</Text></View>)}
      </Card>
      <View className='ballot-actions'>
        <Button words='回首页' onPress={() => void Taro.switchTab({ url: '/pages/home/index' })} />
        {onOther && <Button kind='secondary' icon='house' words='替另一户作答' onPress={onOther} />}
        <Button kind='quiet' words='看全小区的进度' onPress={() => openSurveyResult(id)} />
      </View>
    </>
  )
}

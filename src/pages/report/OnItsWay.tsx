import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Button } from '@/components/Button'
import { Heading } from '@/components/Heading'
import { Icon } from '@/components/Icon'
import { Notice } from '@/components/Notice'
import { Page } from '@/components/Page'
import { backToDraft, tryAgain } from '@/domainViews/Outbox/deeds'
import { sendingWords, whyWaiting } from '@/domainViews/Outbox/reportWords'
import type { KeptReport } from '@/services/reports/keptReport'
import { useOutbox } from '@/services/reports/useReports'

const home = () => void Taro.switchTab({ url: '/pages/home/index' })

/** Between the tap and the number: how far it is; without a network, that nothing is lost and what happens next. */
export function OnItsWay({ title, report: { key, trouble } }: { title: string; report: KeptReport }) {
  const { sending } = useOutbox()
  const isHeld = trouble !== null && sending?.key !== key
  return (
    <Page title={title} bottom={isHeld ? <><Button kind='secondary' words='改一改' onPress={() => backToDraft(key)} /><Button words='立即再试' onPress={() => tryAgain(key)} /></> : <Button kind='secondary' words='先回首页' onPress={home} />}>
      <View className='report-sent' ariaRole='status' ariaLive='polite'>
        <View className={`report-sent__mark ${isHeld ? 'report-sent__mark--held' : ''}`}><Icon name={isHeld ? 'hourglass' : 'send'} size='large' /></View>
        <Heading className='report-sent__title'><Text>{isHeld ? '已经存好，等着发送' : '正在发送'}</Text></Heading>
        <View className='report-sent__next'>
          <Text>{isHeld ? '照片和文字都在这部手机里。网络通了，或再打开小程序时会自动发出，只发一次。' : `${sending?.key === key ? `${sendingWords(sending)} ` : ''}可以离开这一页，会自动发完。`}</Text>
        </View>
      </View>
      {isHeld && <Notice tone='warn' words={whyWaiting(trouble)} />}
      {isHeld && <Button kind='quiet' words='先回首页' onPress={home} />}
    </Page>
  )
}

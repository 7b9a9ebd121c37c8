import { Text, View } from '@tarojs/components'
import { showSecret } from '../../../domain/survey/secret'
import { ActionBar } from '@/components/ActionBar'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Heading } from '@/components/Heading'
import { Icon } from '@/components/Icon'
import { Notice } from '@/components/Notice'
import { endWords } from '@/domainViews/momentWords'
import { confirm } from '@/services/confirm'
import { serverNow } from '@/services/serverNow'
import type { Cast } from './useDoorCast'
import './style.scss'

type DoorThanksProps = { cast: Cast; label: string; closesAt: number; onNext: () => void }
const spelled = (letters: string): string => [...letters].join(' ')

/** 谢谢: the household writes down its two codes, with no way to send them on; then this phone forgets them. */
export function DoorThanks({ cast: { secret, receipt }, label, closesAt, onNext }: DoorThanksProps) {
  const shown = showSecret(secret)
  async function next() {
    if (await confirm({ title: '改答码抄好了吗？', words: '交还以后，这部手机上就没有了，谁也找不回来。', yes: '抄好了', no: '还没有' })) onNext()
  }
  return (
    <>
      <View className='door-thanks' ariaRole='status' ariaLive='polite'>
        <Icon name='circleCheck' size='large' />
        <Heading className='door-title'><Text>谢谢您，已经交上</Text></Heading>
        <Text className='door-note'>{label}</Text>
      </View>
      <Card>
        <View className='door-note'><Text>改答码</Text></View>
        <View className='door-secret' ariaRole='img' ariaLabel={`改答码 ${spelled(shown)}`}>{shown.split('-').map((group, index) => <Text key={index} className='door-secret__group'>{group}</Text>)}</View>
        <View className='door-note'><Text>{`${endWords(closesAt, serverNow())}前，您可以在自己的微信里打开“邻净”，绑定住户后打开调查，输入改答码修改，以最后一次为准。`}</Text></View>
      </Card>
      <Card>
        <View className='door-note'><Text>回执</Text></View>
        <View className='door-receipt' ariaRole='img' ariaLabel={`回执 ${spelled(receipt)}`}><Text>{receipt}</Text></View>
        <View className='door-note'><Text>结果公布后，凭它能查到您家的答卷算进去了。它看不出答了什么。</Text></View>
      </Card>
      <Notice tone='warn' words='请住户自己用纸笔抄下。工作人员不要抄，不要拍照：谁有改答码，谁就能改这户的答卷。' />
      <ActionBar><Button icon='arrowRight' words='交还手机，下一户' onPress={() => void next()} /></ActionBar>
    </>
  )
}

import { useState, type PropsWithChildren } from 'react'
import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { CONSENT } from '@/labels/privacy'
import type { Question } from '@/services/privacy/consent'
import type { AskedKind } from '@/services/privacy/kinds'
import { AGREE_BUTTON } from '@/services/privacy/wechat'
import { Button } from '../Button'
import { Heading } from '../Heading'
import { Icon } from '../Icon'
import { Press } from '../Press'
import { WeChatButton } from '../WeChatButton'
import './style.scss'

const readMore = () => void Taro.navigateTo({ url: '/resident/pages/document/index?name=privacy' })

/** Before something private is used: what for, and what goes without. Saying no is as easy as yes, and leads somewhere. */
export function ConsentSheet({ question }: { question: Question | null }) {
  const [declined, setDeclined] = useState<AskedKind>()
  if (!question && declined === undefined) return null
  if (!question) return <Declined kind={declined!} onSeen={() => setDeclined(undefined)} />
  const { kind, byWeChat, answer } = question
  const { title, icon, why, without } = CONSENT[kind]
  const decline = () => {
    setDeclined(kind)
    answer(false)
  }
  return (
    <Sheet label={`需要您同意：${title}`}>
      <View className='consent__head'><Icon name={icon} /><Heading className='consent__title'><Text>{`要用您的${title}`}</Text></Heading></View>
      <View className='consent__words'><Text>{why}</Text></View>
      <View className='consent__words consent__words--quiet'><Text>{`不同意也可以：${without}`}</Text></View>
      {byWeChat ? <WeChatButton openType='agreePrivacyAuthorization' id={AGREE_BUTTON} words='同意并继续' onAgree={() => answer(true)} /> : <Button words='同意并继续' onPress={() => answer(true)} />}
      <Button kind='secondary' words='不同意' onPress={decline} />
      <Press className='consent__more' role='link' onPress={readMore}><Text>看《隐私保护指引》</Text></Press>
    </Sheet>
  )
}

function Declined({ kind, onSeen }: { kind: AskedKind; onSeen: () => void }) {
  const { title, without } = CONSENT[kind]
  return (
    <Sheet label={`没有使用${title}`}>
      <View className='consent__head'><Icon name='circleCheck' /><Heading className='consent__title'><Text>{`好的，不用您的${title}`}</Text></Heading></View>
      <View className='consent__words'><Text>{without}</Text></View>
      <View className='consent__words consent__words--quiet'><Text>以后想用，再点一次就会问您；也可以到“我的—我同意了什么”里打开。</Text></View>
      <Button words='知道了' onPress={onSeen} />
    </Sheet>
  )
}

const Sheet = ({ label, children }: PropsWithChildren<{ label: string }>) => (
  <View className='consent' catchMove>
    <View className='consent__sheet' ariaRole='dialog' ariaLabel={label} ariaLive='assertive'>{children}</View>
  </View>
)

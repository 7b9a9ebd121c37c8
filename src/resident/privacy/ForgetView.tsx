import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Notice } from '@/components/Notice'
import { Section } from '@/components/Section'
import { useSend } from '@/services/useAction'
import { forgetPhone } from './forgetPhone'
import './style.scss'

const GOES = ['您的称呼、微信编号、所选小区', '与住户的绑定、同意记录、消息和提醒次数', '“这件是您报告的”这一联系：之后您自己也查不到', '这部手机上的草稿和还没发出的报告', '这部手机上没交的调查答案、改答码和回执：之后不能再改答']
const STAYS = [
  ['案卷、照片、说明和处理经过', '物业是否按时修好要据此考核，邻居也在等结果；里面没有您的姓名和房号。'],
  ['满意率调查里已经交的答卷', '答卷里没有您家的任何信息，谁也找不出是哪一份；您家答过这一点要留着，保证一户一票。'],
  ['防止刷屏的代号', '当天的次数，和哪些案卷已经反映过；认不出是您，免得有人靠删除重来一遍，到期自动删除。'],
  ['考核得分和评价的平均数', '已经公布，改动会影响全镇的名次；看不出是谁。'],
] as const

/** 删除我的资料, in two steps: what goes and what stays, then the deed. */
export function ForgetView() {
  const [step, setStep] = useState<'told' | 'sure' | 'done' | 'underWay'>('told')
  const { send, sending, trouble } = useSend('deleteMyData', { refreshes: [] })
  async function forget() {
    const sent = await send({ confirm: true })
    if (!sent.ok) return
    forgetPhone()
    setStep(sent.value.finished ? 'done' : 'underWay')
  }
  if (step === 'done' || step === 'underWay') return <Forgotten finished={step === 'done'} />
  return (
    <>
      <Section title='会删除什么'>
        <Card>{GOES.map((words) => <View key={words} className='forget__list'><Text>{`· ${words}`}</Text></View>)}</Card>
      </Section>
      <Section title='会留下什么，为什么'>
        <Card>{STAYS.map(([what, why]) => <View key={what} className='forget__list'><Text>{`· ${what}。${why}`}</Text></View>)}</Card>
      </Section>
      <Notice tone='warn' words='删除后不能恢复。正在办的报告会继续办，但不会再通知您。想留一份，请先导出。' action={{ words: '先导出我的资料', onPress: () => void Taro.navigateTo({ url: '/resident/pages/export/index' }) }} />
      {trouble && <Notice tone='urgent' words={trouble.words} />}
      <View className='forget__actions'>
        {step === 'told' && <Button kind='secondary' icon='trash' words='我看明白了，要删除' onPress={() => setStep('sure')} />}
        {step === 'sure' && (
          <>
            <Notice tone='urgent' words='最后确认一次：现在就删除您的全部资料吗？' />
            <Button kind='danger' icon='trash' words='现在删除' sending={sending} sendingWords='正在删除…' onPress={() => void forget()} />
            <Button kind='secondary' words='不删了' disabled={sending} onPress={() => setStep('told')} />
          </>
        )}
      </View>
    </>
  )
}

function Forgotten({ finished }: { finished: boolean }) {
  return (
    <>
      <Notice tone='good' words={finished ? '您的资料已经删除。' : '正在删除，几分钟内完成，不用等在这里。'} />
      <Notice tone='neutral' words='以后还想用，随时可以重新选小区开始。' />
      <Button words='回首页' onPress={() => void Taro.reLaunch({ url: '/pages/home/index' })} />
    </>
  )
}

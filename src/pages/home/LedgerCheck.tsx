import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import type { Actions } from '../../../types/api'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Fold } from '@/components/Fold'
import { Notice } from '@/components/Notice'
import { Refusal } from '@/components/Refusal'
import { Section } from '@/components/Section'
import { LEDGER_FAULT } from '@/labels/office'
import { momentWords } from '@/domainViews/momentWords'
import { serverNow } from '@/services/serverNow'
import { useSend } from '@/services/useAction'
import './desk.scss'

type Verified = Actions['verifyLedger']['reply'] & { readonly at: number }

/** 账链核验: recomputes the whole chain on the server, and says plainly whether anything was touched. */
export function LedgerCheck() {
  const { send, sending, trouble } = useSend('verifyLedger', { refreshes: [] })
  const [verified, setVerified] = useState<Verified>()
  const verify = async () => {
    const sent = await send({})
    if (sent.ok) setVerified({ ...sent.value, at: serverNow() })
  }
  return (
    <Section title='计分账核验' note='每一笔扣分、加分都连着前一笔的校验码。改动、删除或插入任何一笔，核验都会发现。'>
      {verified && <Result verified={verified} />}
      {trouble && <Refusal words={trouble.words} />}
      <Button icon='shieldCheck' words={verified ? '再核验一次' : '核验全部账目'} sending={sending} sendingWords='正在逐笔核验…' onPress={() => void verify()} />
    </Section>
  )
}

function Result({ verified: { entries, head, faults, recomputed, at } }: { verified: Verified }) {
  const sound = faults.length === 0
  return (
    <>
      <Notice tone={sound ? 'good' : 'urgent'} words={sound ? `${entries} 笔账目首尾相接，没有被改动、删除或插入过` : `${entries} 笔账目中发现 ${faults.length} 处不一致，请保存现场并查明原因`} />
      <Notice tone={recomputed ? 'good' : 'urgent'} words={recomputed ? '已分配奖励的年度，按账目重新计算，名次与当时一致' : '已分配奖励的年度，按账目重新计算，名次与当时不一致'} />
      <Card>
        <Fold title='核验记录'>
          <View><Text>{`核验时间：${momentWords(at, serverNow())}`}</Text></View>
          <View className='desk__hash'><Text>{`最后一笔的校验码：${head || '（还没有账目）'}`}</Text></View>
          {faults.map(({ kind, seq, id }) => <View key={`${seq}:${id}`} className='desk__hash'><Text>{`第 ${seq} 笔：${LEDGER_FAULT[kind]}（${id}）`}</Text></View>)}
        </Fold>
      </Card>
    </>
  )
}

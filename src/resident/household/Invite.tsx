import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { useShareAppMessage } from '@tarojs/taro'
import type { Actions } from '../../../types/api'
import { showCode } from '../../../domain/household/code'
import type { Relation } from '../../../domain/household/members'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Choice } from '@/components/Choice'
import { CopyButton } from '@/components/CopyButton'
import { Refusal } from '@/components/Refusal'
import { Section } from '@/components/Section'
import { WeChatButton } from '@/components/WeChatButton'
import { endWords } from '@/domainViews/momentWords'
import { INVITED } from '@/labels/household'
import { onceKey } from '@/services/onceKey'
import { useSend } from '@/services/useAction'
import { useNow } from '@/services/useNow'
import './style.scss'

type Invitation = Actions['inviteToHousehold']['reply']
const WHOM = (['lives', 'relative'] as const).map((value) => ({ value, label: INVITED[value].words, hint: INVITED[value].hint }))

/** 邀请家人: a code that is good once and for a day, to read out, copy or send on. */
export function Invite({ householdId }: { householdId: string }) {
  const [relation, setRelation] = useState<Relation>('lives')
  const [key, setKey] = useState(onceKey)
  const [invitation, setInvitation] = useState<Invitation>()
  const { send, sending, trouble } = useSend('inviteToHousehold', { refreshes: [] })
  async function invite() {
    const sent = await send({ key, householdId, relation })
    if (!sent.ok) return
    setInvitation(sent.value)
    setKey(onceKey())
  }
  return (
    <Section title='邀请家人' note='把邀请码给家人，就等于您同意他绑定。只给家里人。'>
      {invitation ? (
        <InvitationCard invitation={invitation} onAnother={() => setInvitation(undefined)} />
      ) : (
        <>
          <View className='invite-whom'><Choice label='邀请谁' value={relation} onChange={setRelation} options={WHOM} /></View>
          {trouble && <Refusal words={trouble.words} />}
          <Button icon='plus' words='生成邀请码' sending={sending} sendingWords='正在生成…' onPress={() => void invite()} />
        </>
      )}
    </Section>
  )
}

function InvitationCard({ invitation: { code, expiresAt }, onAnother }: { invitation: Invitation; onAnother: () => void }) {
  const now = useNow(60_000)
  const shown = showCode(code)
  useShareAppMessage(() => ({ title: '邀请您绑定我们家，一起管好小区', path: `/resident/pages/bind/index?code=${shown}` }))
  return (
    <Card>
      <View className='invite-code' ariaLabel={`邀请码 ${shown.split('').join(' ')}`}><Text>{shown}</Text></View>
      <View className='invite-until'><Text>{`${endWords(expiresAt, now)}前有效，只能用一次`}</Text></View>
      <View className='invite-actions'>
        {process.env.TARO_ENV === 'weapp' && <WeChatButton openType='share' words='发给微信里的家人' />}
        <CopyButton words='复制邀请码' text={() => shown} done='邀请码已复制' />
        <Button kind='quiet' words='再邀请一位' onPress={onAnother} />
      </View>
    </Card>
  )
}

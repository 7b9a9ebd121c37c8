import Taro from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Cell } from '@/components/Cell'
import { Empty } from '@/components/Empty'
import { Loaded } from '@/components/Loaded'
import { Notice } from '@/components/Notice'
import { Refusal } from '@/components/Refusal'
import { Section } from '@/components/Section'
import { openBinding } from '@/domainViews/openHousehold'
import { RELATION } from '@/labels/household'
import { confirm } from '@/services/confirm'
import { useRead, useSend } from '@/services/useAction'
import { Invite } from './Invite'
import { Members } from './Members'

/** 住户: who is bound to it, inviting, and leaving. */
export function HouseholdView({ householdId }: { householdId: string }) {
  const [left, setLeft] = useState('')
  const query = useRead('readHousehold', { householdId }, { enabled: householdId !== '' && left === '' })
  if (left) return <Left label={left} />
  if (!householdId) return <Empty icon='house' title='还没有绑定住户' action={{ words: '去绑定', onPress: openBinding }} />
  return (
    <Loaded query={query}>
      {({ household, members, mayInvite }) => (
        <>
          <Card flush><Cell icon='house' title={`${household.estateName} ${household.label}`} note={`您${RELATION[household.relation].words}`} /></Card>
          <Members householdId={householdId} members={members} />
          {mayInvite && <Invite householdId={householdId} />}
          <Leave householdId={householdId} label={`${household.estateName} ${household.label}`} onLeft={setLeft} />
        </>
      )}
    </Loaded>
  )
}

type LeaveProps = { householdId: string; label: string; onLeft: (label: string) => void }

/** 搬走了: one's own tie ends at once; to come back one needs a code again. */
function Leave({ householdId, label, onLeft }: LeaveProps) {
  const { send, sending, trouble } = useSend('leaveHousehold', { refreshes: ['whoAmI'] })
  async function leave() {
    const sure = await confirm({ title: `解除与${label}的绑定？`, words: '解除后不能再替这一户办事。您报告过的问题不受影响；想再绑定，要有新的绑定码或家人邀请。', yes: '解除', danger: true })
    if (sure && (await send({ householdId })).ok) onLeft(label)
  }
  return (
    <Section title='搬走了？'>
      {trouble && <Refusal words={trouble.words} />}
      <Button kind='secondary' icon='undo' words='解除我的绑定' sending={sending} onPress={() => void leave()} />
    </Section>
  )
}

const Left = ({ label }: { label: string }) => (
  <>
    <Notice tone='good' words={`已解除与${label}的绑定。`} />
    <Notice tone='neutral' words='如果住到了别的小区，请在“我的”里更换小区，再绑定新的住户。' />
    <Button words='回“我的”' onPress={() => void Taro.redirectTo({ url: '/pages/me/index' })} />
  </>
)

import { useState } from 'react'
import { View } from '@tarojs/components'
import { Button } from '@/components/Button'
import { Refusal } from '@/components/Refusal'
import { REASONS } from '@/labels/office'
import { confirm } from '@/services/confirm'
import { useSend } from '@/services/useAction'
import { ReasonField } from '../decide/ReasonField'
import type { Household } from './HouseholdRow'
import './style.scss'

type ClearHouseholdProps = { household: Household; onDone: (members: number) => void; onBack: () => void }

/** 清退绑定, after somebody moved out. */
export function ClearHousehold({ household: { id, label, members }, onDone, onBack }: ClearHouseholdProps) {
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState('')
  const { send, sending, trouble } = useSend('clearHousehold')
  async function clear() {
    if (reason.trim() === '') return setMissing('请写明理由')
    const sure = await confirm({ title: `清退 ${label}？`, words: `${members > 0 ? `${members} 人的绑定会解除，他们会收到消息。` : ''}没用过的绑定码、邀请码和登记的手机号都不再有效。`, yes: '清退', danger: true })
    if (!sure) return
    const sent = await send({ householdId: id, reason: reason.trim() })
    if (sent.ok) onDone(sent.value.members)
  }
  return (
    <View className='household-clear'>
      <ReasonField label='清退的理由' hint='原来绑定的人会看到' value={reason} onChange={(words) => { setMissing(''); setReason(words) }} templates={REASONS.clearHousehold} error={missing || undefined} />
      {trouble && <Refusal words={trouble.words} />}
      <View className='slip-acts'>
        <Button kind='secondary' words='先不清退' disabled={sending} onPress={onBack} />
        <Button kind='danger' words='清退绑定' sending={sending} onPress={() => void clear()} />
      </View>
    </View>
  )
}

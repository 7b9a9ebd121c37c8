import { useState } from 'react'
import { View } from '@tarojs/components'
import { HOUSEHOLD_STATUSES, type HouseholdStatus } from '../../../domain/household/status'
import { Button } from '@/components/Button'
import { Choice } from '@/components/Choice'
import { Field } from '@/components/Field'
import { Refusal } from '@/components/Refusal'
import { HOUSEHOLD_STATUS } from '@/labels/household'
import { REASONS } from '@/labels/office'
import { useSend } from '@/services/useAction'
import { ReasonField } from '../decide/ReasonField'
import type { Household } from './HouseholdRow'
import './style.scss'

type SetStatusProps = { household: Household; onDone: (status: HouseholdStatus) => void; onBack: () => void }

/** 更改入住情况, with a reason: a survey counts by it. */
export function SetStatus({ household: { id, status: before }, onDone, onBack }: SetStatusProps) {
  const [status, setStatus] = useState<HouseholdStatus>(before)
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState('')
  const { send, sending, trouble } = useSend('setHouseholdStatus', { refreshes: ['listHouseholds', 'listHouseholdActs'] })
  async function save() {
    if (status === before) return setMissing('请先选一个新的入住情况')
    if (reason.trim() === '') return setMissing('请写明理由')
    const sent = await send({ householdId: id, status, reason: reason.trim() })
    if (sent.ok) onDone(status)
  }
  return (
    <View className='household-clear'>
      <Field label='入住情况' hint='正在进行的调查按开始那天的情况计算，不受影响'>
        <Choice label='入住情况' form='grid' value={status} onChange={(value) => { setMissing(''); setStatus(value) }} options={HOUSEHOLD_STATUSES.map((value) => ({ value, label: HOUSEHOLD_STATUS[value] }))} />
      </Field>
      <ReasonField label='更改的理由' value={reason} onChange={(words) => { setMissing(''); setReason(words) }} templates={REASONS.setHouseholdStatus} error={missing || undefined} />
      {trouble && <Refusal words={trouble.words} />}
      <View className='slip-acts'>
        <Button kind='secondary' words='先不改' disabled={sending} onPress={onBack} />
        <Button words='保存' sending={sending} onPress={() => void save()} />
      </View>
    </View>
  )
}

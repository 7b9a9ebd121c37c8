import { useState } from 'react'
import { View } from '@tarojs/components'
import { Button } from '@/components/Button'
import { Field } from '@/components/Field'
import { ReasonChips } from '@/components/ReasonChips'
import { Refusal } from '@/components/Refusal'
import { TextArea } from '@/components/TextArea'
import { SURVEY_REASONS } from '@/labels/surveyDesk'
import { confirm } from '@/services/confirm'
import { useSend } from '@/services/useAction'
import './style.scss'

/** 撤销登记 of a batch that is not counted, with a reason. */
export function ReleaseBatch({ batchId, onDone, onBack }: { batchId: string; onDone: () => void; onBack: () => void }) {
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState('')
  const { send, sending, trouble } = useSend('releasePaper', { refreshes: ['readPaperBatches', 'listDoors'] })
  const give = (words: string) => {
    setMissing('')
    setReason(words)
  }
  async function release() {
    if (reason.trim() === '') return setMissing('请写明理由')
    if (!(await confirm({ title: '撤销这批登记？', words: '录入的内容会丢掉，这些户可以重新作答。', yes: '撤销', danger: true }))) return
    if ((await send({ batchId, reason: reason.trim() })).ok) onDone()
  }
  return (
    <View className='batch__release'>
      <Field label='为什么撤销' error={missing || undefined}>
        <TextArea label='为什么撤销' value={reason} onChange={give} />
        <ReasonChips templates={SURVEY_REASONS.releasePaper} onPick={give} />
      </Field>
      {trouble && <Refusal words={trouble.words} />}
      <View className='batch__acts'>
        <Button kind='secondary' words='先不撤销' disabled={sending} onPress={onBack} />
        <Button kind='danger' words='撤销登记' sending={sending} onPress={() => void release()} />
      </View>
    </View>
  )
}

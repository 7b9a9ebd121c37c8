import { useState } from 'react'
import { View } from '@tarojs/components'
import type { Actions } from '../../../../types/api'
import { UNMASK_REASON_MIN } from '../../../../domain/privacy/mask'
import { Button } from '@/components/Button'
import { Field } from '@/components/Field'
import { Notice } from '@/components/Notice'
import { ReasonChips } from '@/components/ReasonChips'
import { Refusal } from '@/components/Refusal'
import { TextArea } from '@/components/TextArea'
import { REASONS } from '@/labels/office'
import { useDraft } from '@/services/draft'
import { onceKey } from '@/services/onceKey'
import { useSend } from '@/services/useAction'
import { Unmasked } from './Unmasked'
import '../style.scss'

type UnmaskProps = { caseId: string; reportId: string; isOpen: boolean; onOpen: () => void; onClose: () => void }

/** 查看完整信息: asked why before, told to the person after. What was seen is gone with the page. */
export function Unmask({ caseId, reportId, isOpen, onOpen, onClose }: UnmaskProps) {
  const [draft, change, clear] = useDraft(`unmask:${reportId}`, { reason: '' })
  const [missing, setMissing] = useState('')
  const [key, setKey] = useState(onceKey)
  const [seen, setSeen] = useState<Actions['unmaskReporter']['reply']>()
  const { send, sending, trouble } = useSend('unmaskReporter', { refreshes: [] })
  const reason = draft.reason.trim()
  const setReason = (words: string) => {
    setMissing('')
    change({ reason: words })
  }
  const close = () => {
    setSeen(undefined)
    onClose()
  }
  async function look() {
    if ([...reason].length < UNMASK_REASON_MIN) return setMissing(`请写明理由，至少 ${UNMASK_REASON_MIN} 个字`)
    const sent = await send({ key, caseId, reportId, reason })
    if (!sent.ok) return
    setSeen(sent.value)
    clear()
    setKey(onceKey())
  }
  if (!isOpen) return <Button kind='quiet' icon='eye' words='看完整信息' onPress={onOpen} />
  return (
    <View className='unmask'>
      {seen ? (
        <Unmasked seen={seen} />
      ) : (
        <>
          <Notice words='每次查看都会记录下来：谁、什么时候、为什么。本人会收到消息，监督人员也看得到。' />
          <Field label='为什么要看' hint='本人会看到' error={missing || undefined}>
            <TextArea label='为什么要看' value={draft.reason} lengthMax={200} onChange={setReason} />
            <ReasonChips templates={REASONS.unmask} onPick={setReason} />
          </Field>
          {trouble && <Refusal words={trouble.words} />}
          <Button icon='eye' words='记录并查看' sending={sending} sendingWords='正在记录…' onPress={() => void look()} />
        </>
      )}
      <Button kind='quiet' words={seen ? '收起' : '不看了'} disabled={sending} onPress={close} />
    </View>
  )
}

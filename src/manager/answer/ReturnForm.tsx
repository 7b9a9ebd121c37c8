import { ActionBar } from '@/components/ActionBar'
import { Button } from '@/components/Button'
import { Field } from '@/components/Field'
import { Notice } from '@/components/Notice'
import { Photos } from '@/components/Photos'
import { ReasonChips } from '@/components/ReasonChips'
import { Refusal } from '@/components/Refusal'
import { TextArea } from '@/components/TextArea'
import { REASONS } from '@/labels/office'
import { useSend } from '@/services/useAction'
import type { FormProps } from './AnswerView'
import { useEvidence } from './useEvidence'

/** 退回: not of this estate. The clock pauses until the office has decided. */
export function ReturnForm({ read: { summary }, onDone }: FormProps) {
  const { draft, change, clear, text, isTextMissing, ask, busy, setBusy } = useEvidence(summary.id, 'return')
  const { send, sending, trouble } = useSend('returnCase')
  const giveBack = async () => {
    ask()
    if (text === '') return
    if (!(await send({ caseId: summary.id, reason: text, photos: draft.photos })).ok) return
    clear()
    onDone({ tone: 'good', words: '已退回，等考核办决定，期间不计时' })
  }
  return (
    <>
      <Notice words='退回后不计时，由考核办决定改派还是仍由本小区办理。没有理由的退回，可能按推诿扣分。' />
      <Field label='为什么不属于本小区' error={isTextMissing ? '请写明理由' : undefined}>
        <TextArea label='退回的理由' value={draft.text} onChange={(value) => change({ text: value })} />
        <ReasonChips templates={REASONS.return} onPick={(value) => change({ text: value })} />
      </Field>
      <Field label='证明的照片' optional>
        <Photos label='证明的照片' value={draft.photos} onBusy={setBusy} onChange={(photos) => change({ photos })} />
      </Field>
      {trouble && <Refusal words={trouble.words} />}
      <ActionBar><Button icon='undo' words='退回考核办' sending={sending} disabled={busy} onPress={() => void giveBack()} /></ActionBar>
    </>
  )
}

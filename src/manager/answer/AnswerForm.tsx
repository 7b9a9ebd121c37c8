import { ActionBar } from '@/components/ActionBar'
import { Button } from '@/components/Button'
import { Field } from '@/components/Field'
import { Photos } from '@/components/Photos'
import { Refusal } from '@/components/Refusal'
import { TextArea } from '@/components/TextArea'
import { useSend } from '@/services/useAction'
import type { FormProps } from './AnswerView'
import { useEvidence } from './useEvidence'

const PHOTOS_MAX = 9

/** 回复: the photos of after are taken here and now; when the server has them, the clock stops. */
export function AnswerForm({ read: { summary }, onDone }: FormProps) {
  const { draft, change, clear, text, isTextMissing, asked, ask, busy, setBusy } = useEvidence(summary.id, 'answer')
  const { send, sending, trouble } = useSend('answerCase')
  const answer = async () => {
    ask()
    if (text === '' || draft.photos.length === 0) return
    const sent = await send({ caseId: summary.id, text, photos: draft.photos })
    if (!sent.ok) return
    clear()
    onDone(sent.value.overdue ? { tone: 'urgent', words: '已回复，但已超过时限，按超时记录' } : { tone: 'good', words: '已回复，在时限内。等考核办核查' })
  }
  return (
    <>
      <Field label='处理后的照片' hint='请在现场拍，最好和原来的照片同一个角度' error={asked && draft.photos.length === 0 ? '请至少拍一张处理后的照片' : undefined}>
        <Photos label='处理后的照片' cameraOnly countMax={PHOTOS_MAX} value={draft.photos} onBusy={setBusy} onChange={(photos) => change({ photos })} />
      </Field>
      <Field label='怎么处理的' error={isTextMissing ? '请用几个字写明怎么处理的' : undefined}>
        <TextArea label='怎么处理的' value={draft.text} placeholder='如：垃圾已清走，地面已冲洗' onChange={(value) => change({ text: value })} />
      </Field>
      {trouble && <Refusal words={trouble.words} />}
      <ActionBar><Button icon='send' words={busy ? '照片正在上传…' : '提交回复'} sending={sending} disabled={busy} onPress={() => void answer()} /></ActionBar>
    </>
  )
}

import { categoryByCode } from '../../../domain/rulebook/categoryByCode'
import { ActionBar } from '@/components/ActionBar'
import { Button } from '@/components/Button'
import { DateInput } from '@/components/DateInput'
import { Field } from '@/components/Field'
import { Notice } from '@/components/Notice'
import { Photos } from '@/components/Photos'
import { ReasonChips } from '@/components/ReasonChips'
import { Refusal } from '@/components/Refusal'
import { TextArea } from '@/components/TextArea'
import { SUSPENSION_DAYS_MAX } from '../../../domain/case/limits'
import { DAY_MS, dateOf, instantOf } from '../../../domain/time/beijing'
import { limitWords } from '@/domainViews/limitWords'
import { useRules } from '@/domainViews/useRules'
import { REASONS } from '@/labels/office'
import { serverNow } from '@/services/serverNow'
import { useSend } from '@/services/useAction'
import type { FormProps } from './AnswerView'
import { useEvidence } from './useEvidence'

/** 申请延期、挂账, before the deadline, with reason and evidence. */
export function RequestForm({ kind, read: { summary }, onDone }: FormProps & { kind: 'extension' | 'suspension' }) {
  const edition = useRules()?.edition
  const { draft, change, clear, text, isTextMissing, asked, ask, busy, setBusy } = useEvidence(summary.id, kind)
  const { send, sending, trouble } = useSend('requestTime')
  const limit = edition && summary.categoryCode !== null ? categoryByCode(edition, summary.categoryCode)?.limit : undefined
  const now = serverNow()
  const isSuspension = kind === 'suspension'
  const request = async () => {
    ask()
    if (text === '' || (isSuspension && draft.until === '')) return
    const common = { caseId: summary.id, reason: text, photos: draft.photos }
    // Until the end of the chosen day.
    const sent = await send(isSuspension ? { ...common, kind, until: instantOf(draft.until, '24:00') } : { ...common, kind })
    if (!sent.ok) return
    clear()
    onDone({ tone: 'good', words: '已提出申请，等考核办审批；没有同意之前，时限照常计算' })
  }
  return (
    <>
      <Notice words={isSuspension ? '同意后从现在起不计时，到所选日期自动恢复；期间处理好了可以直接回复。' : `同意后，在原时限之后再加${limit ? ` ${limitWords(limit)}` : '同样长的时间'}。`} />
      {isSuspension && (
        <Field label='挂账到哪一天' error={asked && draft.until === '' ? '请选择日期' : undefined}>
          <DateInput label='挂账到期日' value={draft.until} min={dateOf(now)} max={dateOf(now + (SUSPENSION_DAYS_MAX - 1) * DAY_MS)} onChange={(until) => change({ until })} />
        </Field>
      )}
      <Field label='理由' error={isTextMissing ? '请写明理由' : undefined}>
        <TextArea label='理由' value={draft.text} onChange={(value) => change({ text: value })} />
        <ReasonChips templates={REASONS[kind]} onPick={(value) => change({ text: value })} />
      </Field>
      <Field label='证明的照片' optional>
        <Photos label='证明的照片' value={draft.photos} onBusy={setBusy} onChange={(photos) => change({ photos })} />
      </Field>
      {trouble && <Refusal words={trouble.words} />}
      <ActionBar><Button icon='send' words={isSuspension ? '申请挂账' : '申请延期'} sending={sending} disabled={busy} onPress={() => void request()} /></ActionBar>
    </>
  )
}

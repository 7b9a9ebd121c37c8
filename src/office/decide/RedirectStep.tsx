import { useState } from 'react'
import { ActionBar } from '@/components/ActionBar'
import { Button } from '@/components/Button'
import { Choice } from '@/components/Choice'
import { Field } from '@/components/Field'
import { Refusal } from '@/components/Refusal'
import { endWords } from '@/domainViews/momentWords'
import { DECIDED, REASONS } from '@/labels/office'
import { useDraft } from '@/services/draft'
import { serverNow } from '@/services/serverNow'
import { useRead, useSend } from '@/services/useAction'
import { ReasonField } from './ReasonField'
import type { StepProps } from './StepProps'
import { useReasoned } from './useReasoned'

/** 改派: which estate, and why. */
export function RedirectStep({ read: { summary }, onDone }: StepProps) {
  const estates = useRead('whoAmI', {}).data?.estates ?? []
  const [draft, change, clear] = useDraft<{ estateId: string | null }>(`decide:${summary.id}:estate`, { estateId: null })
  const [error, setError] = useState<string>()
  const reasoned = useReasoned(summary.id, 'redirect')
  const { send, sending, trouble } = useSend('redirectCase')
  const redirect = async () => {
    if (draft.estateId === null) return setError('请选择小区')
    if (!reasoned.isGiven()) return
    const sent = await send({ caseId: summary.id, estateId: draft.estateId, reason: reasoned.reason })
    if (!sent.ok) return
    clear()
    reasoned.clear()
    onDone(`${DECIDED.redirected}${sent.value.dueAt === null ? '' : `，须在${endWords(sent.value.dueAt, serverNow())}前回复`}`)
  }
  const others = estates.filter(({ id }) => id !== summary.estateId).map(({ id, name }) => ({ value: id, label: name }))
  return (
    <>
      <Field label='改派给哪个小区' hint={`现在是${summary.estateName}。没有办理过这件的小区重新计时，办理过的接着原来的时限`} error={error}>
        <Choice label='小区' form='grid' options={others} value={draft.estateId} onChange={(estateId) => { setError(undefined); change({ estateId }) }} />
      </Field>
      <ReasonField label='改派的理由' templates={REASONS.redirect} {...reasoned.field} />
      {trouble && <Refusal words={trouble.words} />}
      <ActionBar><Button icon='send' words='确认改派' sending={sending} onPress={() => void redirect()} /></ActionBar>
    </>
  )
}

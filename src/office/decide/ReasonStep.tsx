import { ActionBar } from '@/components/ActionBar'
import { Button } from '@/components/Button'
import { Refusal } from '@/components/Refusal'
import { DECIDED, REASONS, STEP } from '@/labels/office'
import { useSend } from '@/services/useAction'
import { ReasonField } from './ReasonField'
import type { StepProps } from './StepProps'
import { useReasoned } from './useReasoned'

/** Steps that need a reason and nothing else. */
const STEPS = {
  refuse: { action: 'refuseCase', label: '不予立案的理由', hint: '居民会看到', templates: REASONS.refuse, done: DECIDED.refused },
  rejectReturn: { action: 'rejectReturn', label: '不同意退回的理由', hint: '物业会看到', templates: REASONS.rejectReturn, done: DECIDED.returnRejected },
  resume: { action: 'resumeCase', label: '恢复办理的理由', hint: '物业会看到', templates: REASONS.resume, done: DECIDED.resumed },
  rework: { action: 'reworkCase', label: '返工的理由', hint: '物业和居民会看到', templates: REASONS.rework, done: DECIDED.reworked },
} as const
export type ReasonStepName = keyof typeof STEPS
export const isReasonStep = (step: string): step is ReasonStepName => step in STEPS

export function ReasonStep({ step, read: { summary }, onDone }: StepProps & { step: ReasonStepName }) {
  const { action, label, hint, templates, done } = STEPS[step]
  const { field, reason, isGiven, clear } = useReasoned(summary.id, step)
  const { send, sending, trouble } = useSend(action)
  const decide = async () => {
    if (!isGiven()) return
    if (!(await send({ caseId: summary.id, reason })).ok) return
    clear()
    onDone(done)
  }
  return (
    <>
      <ReasonField label={label} hint={hint} templates={templates} {...field} />
      {trouble && <Refusal words={trouble.words} />}
      <ActionBar><Button icon={STEP[step].icon} words={STEP[step].words} sending={sending} onPress={() => void decide()} /></ActionBar>
    </>
  )
}

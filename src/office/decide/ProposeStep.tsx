import { useState } from 'react'
import { ActionBar } from '@/components/ActionBar'
import { Button } from '@/components/Button'
import { Choice } from '@/components/Choice'
import { Field } from '@/components/Field'
import { Refusal } from '@/components/Refusal'
import { useRules } from '@/domainViews/useRules'
import { DECIDED, REASONS, STEP } from '@/labels/office'
import { FINDING_KIND } from '@/labels/zh'
import { useSend } from '@/services/useAction'
import { FindingRuleCard } from './FindingRuleCard'
import { ReasonField } from './ReasonField'
import type { StepProps } from './StepProps'
import { useReasoned } from './useReasoned'

type Kind = Exclude<keyof typeof FINDING_KIND, 'overdue'>
const KINDS = (Object.keys(FINDING_KIND) as (keyof typeof FINDING_KIND)[]).filter((kind): kind is Kind => kind !== 'overdue')

/** 提出扣分事项. 超时 is not among them: the clock finds it. */
export function ProposeStep({ read: { summary, findings }, onDone }: StepProps) {
  const edition = useRules()?.edition
  const [kind, setKind] = useState<Kind | null>(null)
  const [error, setError] = useState<string>()
  const { field, reason, isGiven, clear } = useReasoned(summary.id, 'propose')
  const { send, sending, trouble } = useSend('proposeFinding')
  const stands = (each: Kind) => findings.some((finding) => finding.kind === each && finding.status !== 'dropped')
  const propose = async () => {
    if (kind === null) return setError('请选择扣分事项')
    if (!isGiven()) return
    if (!(await send({ caseId: summary.id, finding: kind, reason })).ok) return
    clear()
    onDone(DECIDED.proposed)
  }
  return (
    <>
      <Field label='什么扣分事项' error={error}>
        <Choice label='扣分事项' form='grid' value={kind} onChange={(chosen) => { setError(undefined); setKind(chosen) }} options={KINDS.map((each) => ({ value: each, label: FINDING_KIND[each], disabled: stands(each), hint: stands(each) ? '已经提出过' : undefined }))} />
      </Field>
      {edition && kind && <FindingRuleCard edition={edition} kind={kind} level={summary.level} />}
      <ReasonField label='事实和理由' hint='物业会看到' templates={REASONS.propose} {...field} />
      {trouble && <Refusal words={trouble.words} />}
      <ActionBar><Button icon='flag' words={STEP.propose.words} sending={sending} onPress={() => void propose()} /></ActionBar>
    </>
  )
}

import { categoryByCode } from '../../../domain/rulebook/categoryByCode'
import { ActionBar } from '@/components/ActionBar'
import { Button } from '@/components/Button'
import { Notice } from '@/components/Notice'
import { Refusal } from '@/components/Refusal'
import { endWords } from '@/domainViews/momentWords'
import { useRules } from '@/domainViews/useRules'
import { DECIDED, STEP } from '@/labels/office'
import { serverNow } from '@/services/serverNow'
import { useSend } from '@/services/useAction'
import { DeadlineIfNow } from './DeadlineIfNow'
import type { StepProps } from './StepProps'

/** 派遣 of what was filed before. */
export function DispatchStep({ read: { summary }, onDone }: StepProps) {
  const rules = useRules()
  const { send, sending, trouble } = useSend('dispatchCase')
  const category = rules && summary.categoryCode !== null ? categoryByCode(rules.edition, summary.categoryCode) : undefined
  const dispatch = async () => {
    const sent = await send({ caseId: summary.id })
    if (sent.ok) onDone(`${DECIDED.dispatched}${sent.value.dueAt === null ? '' : `，须在${endWords(sent.value.dueAt, serverNow())}前回复`}`)
  }
  return (
    <>
      {rules && category && <DeadlineIfNow rules={rules} limit={category.limit} />}
      {trouble && <Refusal words={trouble.words} />}
      <ActionBar><Button icon='send' words={`派给${summary.estateName}`} sending={sending} onPress={() => void dispatch()} /></ActionBar>
    </>
  )
}

/** 结案 after a verification that matched. */
export function CloseStep({ read: { summary }, onDone }: StepProps) {
  const { send, sending, trouble } = useSend('closeCase')
  const close = async () => {
    if ((await send({ caseId: summary.id })).ok) onDone(DECIDED.settled)
  }
  return (
    <>
      <Notice words='核查已通过。结案后会告诉报告人；报告人仍可以说没修好。' />
      {trouble && <Refusal words={trouble.words} />}
      <ActionBar><Button icon='circleCheck' words={STEP.close.words} sending={sending} onPress={() => void close()} /></ActionBar>
    </>
  )
}

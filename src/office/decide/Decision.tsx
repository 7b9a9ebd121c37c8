import { useState } from 'react'
import { Choice } from '@/components/Choice'
import { Notice } from '@/components/Notice'
import { Section } from '@/components/Section'
import { STANDS_BACK_FROM_CASE } from '@/domainViews/standsBack'
import { STEP, type StepName } from '@/labels/office'
import { DecideFindingStep } from './DecideFindingStep'
import { FileStep } from './FileStep'
import { CloseStep, DispatchStep } from './PlainStep'
import { ProposeStep } from './ProposeStep'
import { isReasonStep, ReasonStep } from './ReasonStep'
import { RedirectStep } from './RedirectStep'
import { RequestStep } from './RequestStep'
import type { StepProps } from './StepProps'
import { VerifyStep } from './VerifyStep'
import { nextStep, stepsOf } from './stepsOf'

/** One decision at a time, out of those the server allows. */
export function Decision({ read, kind, onDone }: StepProps & { kind?: string }) {
  const steps = stepsOf(read)
  const [step, setStep] = useState<StepName | null>(nextStep(read, kind))
  const own = !read.standsBack && read.findings.some(({ status }) => status === 'proposed') && !steps.includes('decideFinding')
  return (
    <>
      <Section title={steps.length > 0 ? '怎么办理' : '现在没有要办理的'}>
        {read.standsBack && <Notice words={STANDS_BACK_FROM_CASE} />}
        {own && <Notice words='有待确认的扣分事项。提出人不能自己确认，须由考核办的另一位同事办理。' />}
        {steps.length > 1 && <Choice label='怎么办理' options={steps.map((value) => ({ value, label: STEP[value].words, hint: STEP[value].hint, icon: STEP[value].icon }))} value={step} onChange={setStep} />}
      </Section>
      {step && steps.includes(step) && <Step step={step} read={read} onDone={onDone} />}
    </>
  )
}

function Step({ step, ...props }: StepProps & { step: StepName }) {
  if (isReasonStep(step)) return <ReasonStep key={step} step={step} {...props} />
  switch (step) {
    case 'file': return <FileStep {...props} />
    case 'dispatch': return <DispatchStep {...props} />
    case 'request': return <RequestStep {...props} />
    case 'redirect': return <RedirectStep {...props} />
    case 'verify': return <VerifyStep {...props} />
    case 'recheck': return <VerifyStep {...props} isRecheck />
    case 'close': return <CloseStep {...props} />
    case 'decideFinding': return <DecideFindingStep {...props} />
    case 'propose': return <ProposeStep {...props} />
  }
}

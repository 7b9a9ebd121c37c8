import type { Actions } from '../../../types/api'
import type { StepName } from '@/labels/office'

type Read = Actions['readCase']['reply']

/** Which step each action of the contract is, in the order in which they are offered. */
const STEPS = [
  ['decideRequest', 'request'],
  ['fileCase', 'file'],
  ['refuseCase', 'refuse'],
  ['dispatchCase', 'dispatch'],
  ['reworkCase', 'rework'],
  ['verifyCase', 'verify'],
  ['closeCase', 'close'],
  ['redirectCase', 'redirect'],
  ['rejectReturn', 'rejectReturn'],
  ['resumeCase', 'resume'],
  ['decideFinding', 'decideFinding'],
  ['proposeFinding', 'propose'],
] as const satisfies readonly (readonly [keyof Actions, StepName])[]

/** What the person may decide on the case now: what the server allows, nothing else. What has passed a verification can only fail a further one. */
export function stepsOf({ allowed, summary }: Pick<Read, 'allowed' | 'summary'>): StepName[] {
  const passed = summary.state === 'verified' || summary.state === 'closed'
  return STEPS.filter(([action]) => allowed.includes(action)).map(([, step]) => (step === 'verify' && passed ? 'recheck' : step))
}

/** The step that is plainly next, opened at once; where two answers are equally likely the person chooses. */
const NEXT: readonly StepName[] = ['request', 'file', 'dispatch', 'close']
export function nextStep(read: Pick<Read, 'allowed' | 'summary'>, kind: string | undefined): StepName | null {
  const steps = stepsOf(read)
  if (kind === 'findings' && steps.includes('decideFinding')) return 'decideFinding'
  if (read.summary.state === 'answered' && steps.includes('verify')) return 'verify'
  return NEXT.find((step) => steps.includes(step)) ?? (steps.length === 1 ? steps[0]! : null)
}

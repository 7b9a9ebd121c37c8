import type { CaseStateName } from '../../domain/case/transitions'
import type { WorkingCalendar } from '../../domain/time/calendar'
import { isOverdue } from '../../domain/time/overdue'
import { workingMsLeft } from '../../domain/time/reminder'
import { leftText } from '../../domain/notice/leftText'
import type { CaseSummary } from '../../types/api/common'
import type { IconName } from '@/components/Icon/icons'
import type { Tone } from '@/components/tone'
import { NEXT_STEP } from '@/labels/case'
import { endWords } from './momentWords'

/** The clock of handling runs only here; a case on hold or sent back waits. */
const RUNNING: readonly CaseStateName[] = ['dispatched', 'rework']
const ON_HOLD: readonly CaseStateName[] = ['suspended', 'returned']
export const isRunning = (state: CaseStateName): boolean => RUNNING.includes(state)
export const isOnHold = (state: CaseStateName): boolean => ON_HOLD.includes(state)

export function nextStepWords({ state, mine }: Pick<CaseSummary, 'state' | 'mine'>): string {
  const step: { words: string; mine?: string } = NEXT_STEP[state]
  return (mine && step.mine) ?? step.words
}

/** The limit under a case in a list; null where none runs. */
export function dueLine({ state, dueAt, overdue }: Pick<CaseSummary, 'state' | 'dueAt' | 'overdue'>, calendar: WorkingCalendar | undefined, now: number): { words: string; tone: Tone; icon: IconName } | null {
  if (!isRunning(state) || dueAt === null) return overdue && !isOnHold(state) ? { words: '曾超过时限', tone: 'warn', icon: 'triangleAlert' } : null
  if (isOverdue(dueAt, now)) return { words: `已超时，应在${endWords(dueAt, now)}前`, tone: 'urgent', icon: 'triangleAlert' }
  const left = calendar && workingMsLeft(calendar, now, dueAt)
  return { words: `${endWords(dueAt, now)}前${left?.ok ? `，还剩 ${leftText(left.ms)}（工作时间）` : ''}`, tone: 'info', icon: 'timer' }
}

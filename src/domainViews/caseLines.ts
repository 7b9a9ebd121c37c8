import type { CaseStateName } from '../../domain/case/transitions'
import type { WorkingCalendar } from '../../domain/time/calendar'
import { isOverdue } from '../../domain/time/overdue'
import { workingMsLeft } from '../../domain/time/reminder'
import { spokenEnd } from '../../domain/time/spokenTime'
import { leftText } from '../../domain/notice/leftText'
import type { CaseSummary } from '../../types/api/common'
import type { IconName } from '@/components/Icon/icons'
import type { Tone } from '@/components/tone'
import { NEXT_STEP } from '@/labels/case'
import { endWords } from './momentWords'
import type { Reader } from './useReader'

/** The clock of handling runs only here; a case on hold or sent back waits. */
const RUNNING: readonly CaseStateName[] = ['dispatched', 'rework']
const ON_HOLD: readonly CaseStateName[] = ['suspended', 'returned']
export const isRunning = (state: CaseStateName): boolean => RUNNING.includes(state)
export const isOnHold = (state: CaseStateName): boolean => ON_HOLD.includes(state)

export function nextStepWords({ state, mine }: Pick<CaseSummary, 'state' | 'mine'>): string {
  const step: { words: string; mine?: string } = NEXT_STEP[state]
  return (mine && step.mine) ?? step.words
}

type DueLine = { words: string; /** Working hours, below a resident's time of the clock. */ small?: string; tone: Tone; icon: IconName }

/** The limit under a case in a list; null where none runs. */
export function dueLine({ state, dueAt, overdue }: Pick<CaseSummary, 'state' | 'dueAt' | 'overdue'>, calendar: WorkingCalendar | undefined, now: number, reader: Reader): DueLine | null {
  if (!isRunning(state) || dueAt === null) return overdue && !isOnHold(state) ? { words: '曾超过时限', tone: 'warn', icon: 'triangleAlert' } : null
  const isResident = reader === 'resident'
  if (isOverdue(dueAt, now)) return { words: isResident ? `已经晚了，说好${spokenEnd(dueAt, now)}前` : `已超时，应在${endWords(dueAt, now)}前`, tone: 'urgent', icon: 'triangleAlert' }
  const left = calendar && workingMsLeft(calendar, now, dueAt)
  const small = left?.ok ? `还剩 ${leftText(left.ms)}（工作时间）` : undefined
  if (isResident) return { words: `${spokenEnd(dueAt, now)}前`, small, tone: 'info', icon: 'timer' }
  return { words: [`${endWords(dueAt, now)}前`, small].filter(Boolean).join('，'), tone: 'info', icon: 'timer' }
}

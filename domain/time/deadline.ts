import type { HandlingLimit } from '../rulebook/edition'
import { HOUR_MS } from './beijing'
import { dayIndexOf, type WorkingCalendar } from './calendar'
import type { Reckoned } from './reckoned'
import { mergeSuspensions, movePastPauses, type Pause, type Suspension } from './suspension'
import { addWorkingMs, closeOfNthDayAfter } from './workingTime'

export type { Suspension } from './suspension'

/** What a deadline depends on. `from` is the instant of dispatch (派遣). */
export type DeadlineInput = {
  readonly from: number
  readonly limit: HandlingLimit
  /** 延期: each adds its own limit, in the order granted. */
  readonly extensions?: readonly HandlingLimit[]
  readonly suspensions?: readonly Suspension[]
}

/** The whole reckoning; the deadline, the reminders and the explanation are all read off this one value. */
export type Reckoning = {
  /** Where limit and extensions alone end. */
  readonly baseAt: number
  readonly dueAt: number
  /** Only the pauses that moved the deadline's reckoning, in order. */
  readonly pauses: readonly Pause[]
  /** 暂定: a day between start and deadline lies in a provisional year. */
  readonly provisional: boolean
}

/** 截止时间: the instant a case is due (`dueAt`), and whether it may still move with the year's holiday notice. @source domain.md section 4 */
export function deadlineFor(calendar: WorkingCalendar, input: DeadlineInput): Reckoned<{ dueAt: number; provisional: boolean }> {
  const reckoning = reckon(calendar, input)
  return reckoning.ok ? { ok: true, dueAt: reckoning.dueAt, provisional: reckoning.provisional } : reckoning
}

/** The computation behind every deadline. */
export function reckon(calendar: WorkingCalendar, input: DeadlineInput): Reckoned<Reckoning> {
  const { from, limit, extensions = [], suspensions = [] } = input
  if (!Number.isSafeInteger(from)) throw new RangeError(`not an instant: ${from}`)
  let base = endOfLimit(calendar, from, dayIndexOf(calendar, from), limit)
  for (const extension of extensions) {
    if (!base.ok) return base
    // The day a limit ends on is that of its last millisecond: a close at 24:00 does not belong to the next day.
    base = endOfLimit(calendar, base.at, dayIndexOf(calendar, base.at - 1), extension)
  }
  if (!base.ok) return base
  const moved = movePastPauses(calendar, base.at, suspensions.length === 0 ? [] : mergeSuspensions(suspensions, from))
  if (!moved.ok) return moved
  const { provisionalBefore } = calendar
  const [first, last] = [dayIndexOf(calendar, from), dayIndexOf(calendar, moved.at - 1)]
  const provisional = provisionalBefore[last + 1] !== provisionalBefore[first]
  return { ok: true, baseAt: base.at, dueAt: moved.at, pauses: moved.pauses, provisional }
}

/** N 工作时: N × 60 working minutes from the instant. N 工作日: the close of the N-th working day after day `index`. */
function endOfLimit(calendar: WorkingCalendar, at: number, index: number, limit: HandlingLimit): Reckoned<{ at: number }> {
  if (!Number.isInteger(limit.amount) || limit.amount < 1) throw new RangeError(`not a handling limit: ${limit.amount}`)
  return limit.unit === 'hour' ? addWorkingMs(calendar, at, limit.amount * HOUR_MS) : closeOfNthDayAfter(calendar, index, limit.amount)
}

import type { HandlingLimit, WorkingHours } from '../rulebook/edition'
import type { CalendarYear, DayKind } from './calendarYear'
import type { Weekday } from './civil'
import type { Pause } from './suspension'

/** Half-open interval of instants. */
export type Span = { readonly from: number; readonly to: number }

/** One calendar day between start and deadline. */
export type ExplainedDay = {
  readonly date: string
  readonly weekday: Weekday
  readonly day: DayKind
  /** 工作日, 调休上班 included. */
  readonly working: boolean
  /** Why nothing of a working day counted: 当日不计 / 暂停 / 派遣时已过工作时段. */
  readonly uncounted?: 'startDay' | 'suspended' | 'afterHours'
  /** The stretches that counted. */
  readonly counted: readonly Span[]
  readonly countedMs: number
  readonly pausedMs: number
  /** Running total of `countedMs`; on the last day it equals `requiredMs`. */
  readonly totalMs: number
}

/** 时限说明书: how a deadline came about. Resident, manager and reviewer read the same one. */
export type Explanation = {
  readonly from: number
  readonly limit: HandlingLimit
  readonly extensions: readonly HandlingLimit[]
  readonly dueAt: number
  readonly provisional: boolean
  /** Working time that has to go by, counted from the first counted instant, before the limit is up. */
  readonly requiredMs: number
  readonly days: readonly ExplainedDay[]
  readonly pauses: readonly Pause[]
  readonly calendars: readonly Pick<CalendarYear, 'year' | 'state' | 'source' | 'version'>[]
  readonly hours: readonly WorkingHours[]
  readonly ruleEdition: string
}

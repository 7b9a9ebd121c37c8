import type { WorkingHours } from '../../../domain/rulebook/edition'
import { instantOf } from '../../../domain/time/beijing'
import { buildCalendar } from '../../../domain/time/calendar'
import { builtInCalendarYears } from '../../../domain/time/holidays'
import { formatIso } from '../../../domain/time/beijing'

/** Decision D4, written out once more so that a test does not take its expectation from what it tests. */
export const defaultHours: readonly WorkingHours[] = [
  {
    from: '2024-01-01',
    periods: [
      { start: '08:30', end: '11:30' },
      { start: '13:30', end: '17:30' },
    ],
  },
]

export const calendar = buildCalendar(builtInCalendarYears, defaultHours)

/** `at('2026-01-06 17:30')`: an instant by its Beijing wall clock. */
export const at = (text: string): number => instantOf(text.slice(0, 10), text.slice(11))

/** Beijing wall clock of the one instant a result holds, or its refusal, so that a failing test can be read. */
export function shown(result: { ok: true; dueAt: number } | { ok: true; at: number } | { ok: false; code: string; year: number }): string {
  if (!result.ok) return `${result.code} ${result.year}`
  const instant = 'dueAt' in result ? result.dueAt : result.at
  return formatIso(instant).slice(0, -6).replace('T', ' ').replace(/:00$/, '')
}

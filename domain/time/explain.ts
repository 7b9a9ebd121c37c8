import { dateOfDayNumber, dayNumberOf, startOfDayNumber, yearOf } from './beijing'
import { scheduleOn, type WorkingCalendar } from './calendar'
import { dayKindOf } from './calendarYear'
import { weekdayOfDayNumber } from './civil'
import { reckon, type DeadlineInput, type Reckoning } from './deadline'
import type { ExplainedDay, Explanation, Span } from './explanation'
import type { Reckoned } from './reckoned'
import { workingMsBetween } from './workingTime'

export type { ExplainedDay, Explanation } from './explanation'
export { explanationText } from './explanationText'

/** The explanation of `deadlineFor(calendar, input)`, read off the same reckoning. */
export function explainDeadline(
  calendar: WorkingCalendar,
  input: DeadlineInput,
  { ruleEdition }: { readonly ruleEdition: string },
): Reckoned<Explanation> {
  const reckoning = reckon(calendar, input)
  if (!reckoning.ok) return reckoning
  const { from, limit, extensions = [] } = input
  const { dueAt, baseAt, provisional, pauses } = reckoning
  const [first, last] = [dayNumberOf(from), dayNumberOf(dueAt - 1)]
  const countFrom = limit.unit === 'hour' ? from : startOfDayNumber(first + 1)
  const required = workingMsBetween(calendar, countFrom, baseAt)
  if (!required.ok) return required

  const days: ExplainedDay[] = []
  let totalMs = 0
  for (let day = first; day <= last; day += 1) {
    const explained = explainDay(calendar, day, { from: countFrom, to: dueAt }, reckoning, totalMs)
    days.push(day === first && limit.unit === 'day' ? { ...explained, uncounted: 'startDay' } : explained)
    totalMs = explained.totalMs
  }
  // A pause on the uncounted day of dispatch moves the deadline too: that much more has to go by afterwards.
  const beforeCounting = pauses.map((pause) => workingMsBetween(calendar, pause.from, Math.max(pause.from, Math.min(pause.to, countFrom))))
  const requiredMs = beforeCounting.reduce((sum, part) => sum + (part.ok ? part.ms : 0), required.ms)
  const years = calendar.years.filter(({ year }) => year >= yearOf(from) && year <= yearOf(dueAt - 1))
  const dates = [dateOfDayNumber(first), dateOfDayNumber(last)] as const
  return {
    ok: true, from, limit, extensions, dueAt, provisional, requiredMs, days, pauses, ruleEdition,
    calendars: years.map(({ year, state, source, version }) => ({ year, state, source, version })),
    hours: calendar.hours.filter(({ from: start }, i) => start <= dates[1] && !((calendar.hours[i + 1]?.from ?? '9999') <= dates[0])),
  }
}

function explainDay(calendar: WorkingCalendar, day: number, window: Span, { pauses }: Reckoning, before: number): ExplainedDay {
  const date = dateOfDayNumber(day)
  const midnight = startOfDayNumber(day)
  const periods = scheduleOn(calendar, day - calendar.firstDay).periods
  const open = periods.map(({ start, end }) => ({ from: midnight + start, to: midnight + end }))
  const within = open.map((span) => cut(span, window)).filter((span) => span !== undefined)
  const counted = pauses.reduce<readonly Span[]>((spans, pause) => spans.flatMap((span) => without(span, pause)), within)
  const countedMs = lengthOf(counted)
  const pausedMs = lengthOf(within) - countedMs
  const working = periods.length > 0
  const year = calendar.years.find((loaded) => loaded.year === Number(date.slice(0, 4)))!
  return {
    date, weekday: weekdayOfDayNumber(day), day: dayKindOf(year, date), working, counted, countedMs, pausedMs,
    totalMs: before + countedMs,
    ...(working && countedMs === 0 && { uncounted: pausedMs > 0 ? ('suspended' as const) : ('afterHours' as const) }),
  }
}

function cut(span: Span, window: Span): Span | undefined {
  const [from, to] = [Math.max(span.from, window.from), Math.min(span.to, window.to)]
  return from < to ? { from, to } : undefined
}

const without = (span: Span, hole: Span): Span[] =>
  [cut(span, { from: -Infinity, to: hole.from }), cut(span, { from: hole.to, to: Infinity })].filter((rest) => rest !== undefined)

const lengthOf = (spans: readonly Span[]): number => spans.reduce((sum, { from, to }) => sum + to - from, 0)

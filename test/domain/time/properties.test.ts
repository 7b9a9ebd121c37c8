/** The clock against the minute-by-minute oracle, on random instants, limits, suspensions and calendars: at least 20,000 comparisons. */
import fc from 'fast-check'
import type { HandlingLimit, WorkingHours } from '../../../domain/rulebook/edition'
import { buildCalendar, type CalendarYear, type WorkingCalendar } from '../../../domain/time/calendar'
import { deadlineFor, type DeadlineInput } from '../../../domain/time/deadline'
import { explainDeadline, type Explanation } from '../../../domain/time/explain'
import { builtInCalendarYears } from '../../../domain/time/holidays'
import { remindersFor, workingMsLeft } from '../../../domain/time/reminder'
import { addWorkingMs, isWorking, nextWorkingInstant, workingMsBetween } from '../../../domain/time/workingTime'
import { createOracle, type Oracle } from './oracle'
import { calendar, defaultHours } from './support'

const DAY = 86_400_000
const FIRST = Date.parse('2024-01-01T00:00:00+08:00')
const END = Date.parse('2028-01-01T00:00:00+08:00')
const PROVISIONAL = Date.parse('2027-01-01T00:00:00+08:00')
const oracle = createOracle(builtInCalendarYears, defaultHours)

/** Instants and spans compared; refusals are compared too, but not counted. */
let comparisons = 0
function same(ours: number | undefined, theirs: number | undefined): void {
  if (ours !== undefined) comparisons += 1
  if (ours !== theirs) expect({ ours: ours && new Date(ours) }).toEqual({ ours: theirs && new Date(theirs) })
}
const dueOf = (result: ReturnType<typeof deadlineFor>): number | undefined => (result.ok ? result.dueAt : undefined)
const atOf = (result: ReturnType<typeof addWorkingMs>): number | undefined => (result.ok ? result.at : undefined)
const msOf = (result: ReturnType<typeof workingMsBetween>): number | undefined => (result.ok ? result.ms : undefined)

/** Anywhere in the years and a little beyond, often within a millisecond of where a period opens or closes. */
const edgeMinutes = [0, 510, 690, 810, 1_050, 1_439, 720]
const instants = fc.oneof(
  fc.integer({ min: FIRST, max: END + DAY }),
  fc
    .tuple(fc.integer({ min: 0, max: 1_461 }), fc.constantFrom(...edgeMinutes), fc.integer({ min: -1, max: 1 }))
    .map(([day, minute, ms]) => Math.max(FIRST, FIRST + day * DAY + minute * 60_000 + ms)),
  fc.integer({ min: 0, max: 1_461 * 48 }).map((halfHours) => FIRST + halfHours * 1_800_000),
)
const limits: fc.Arbitrary<HandlingLimit> = fc.oneof(
  fc.record({ amount: fc.integer({ min: 1, max: 30 }), unit: fc.constant('hour' as const) }),
  fc.record({ amount: fc.integer({ min: 1, max: 8 }), unit: fc.constant('day' as const) }),
)
/** In any order, overlapping or not, some before the start, some after the deadline, on and off the minute. */
const spans = fc
  .tuple(fc.integer({ min: -2 * 1_440, max: 12 * 1_440 }), fc.oneof(fc.integer({ min: 1, max: 600 }), fc.integer({ min: 1, max: 6 * 1_440 })), fc.integer({ min: -1, max: 1 }))
  .map(([start, length, ms]) => ({ start: start * 60_000 + ms, length: length * 60_000 }))
const inputs = fc
  .record({ from: instants, limit: limits, extensions: fc.array(limits, { maxLength: 2 }), offsets: fc.array(spans, { maxLength: 4 }) })
  .map(({ from, limit, extensions, offsets }) => ({
    from, limit, extensions,
    suspensions: offsets.map(({ start, length }) => ({ from: from + start, to: from + start + length })),
  }))

const expectedDue = (by: Oracle, { from, limit, extensions = [], suspensions = [] }: DeadlineInput): number | undefined =>
  by.deadline(from, [limit, ...extensions], suspensions)

test('adding working time ends where the walk ends', () => {
  const amounts = fc.oneof(fc.integer({ min: 1, max: 60 * 3_600_000 }), fc.integer({ min: 1, max: 60 }).map((hours) => hours * 3_600_000))
  fc.assert(
    fc.property(instants, amounts, (from, ms) => same(atOf(addWorkingMs(calendar, from, ms)), oracle.add(from, ms))),
    { numRuns: 5_000 },
  )
})

test('working time between two instants is what the walk counts', () => {
  fc.assert(
    fc.property(instants, fc.integer({ min: 0, max: 20 * DAY }), (from, length) => {
      same(msOf(workingMsBetween(calendar, from, from + length)), oracle.between(from, from + length))
    }),
    { numRuns: 3_000 },
  )
})

test('open and closed, and the next opening, are as the walk finds them', () => {
  fc.assert(
    fc.property(instants, (instant) => {
      const working = isWorking(calendar, instant)
      same(working.ok ? Number(working.working) : undefined, oracle.isOpen(instant) === undefined ? undefined : Number(oracle.isOpen(instant)))
      const end = oracle.add(instant, 1)
      same(atOf(nextWorkingInstant(calendar, instant)), end && end - 1)
    }),
    { numRuns: 1_500 },
  )
})

test('deadlines of hours and days are where the walk ends', () => {
  fc.assert(
    fc.property(instants, limits, (from, limit) => same(dueOf(deadlineFor(calendar, { from, limit })), oracle.deadline(from, [limit], []))),
    { numRuns: 4_000 },
  )
})

test('extended and suspended deadlines are where a walk ends that leaves suspended minutes out', () => {
  fc.assert(
    fc.property(inputs, (input) => {
      const deadline = deadlineFor(calendar, input)
      same(dueOf(deadline), expectedDue(oracle, input))
      // 2027 is the one provisional year; the deadline's own day is that of its last millisecond.
      if (deadline.ok) expect(deadline.provisional).toBe(deadline.dueAt - 1 >= PROVISIONAL)
    }),
    { numRuns: 4_000 },
  )
})

test('the order in which suspensions are written down does not matter', () => {
  fc.assert(
    fc.property(inputs, (input) => {
      expect(deadlineFor(calendar, { ...input, suspensions: [...input.suspensions].reverse() })).toEqual(deadlineFor(calendar, input))
    }),
    { numRuns: 500 },
  )
})

test('reminders come at the first open, unsuspended millisecond at which no more than their share is left', () => {
  fc.assert(
    fc.property(inputs, (input) => {
      const reminders = remindersFor(calendar, input)
      if (!reminders.ok) return
      const total = oracle.betweenUnsuspended(input.from, reminders.dueAt, input.suspensions)!
      for (const [percent, ours] of [[50, reminders.half], [20, reminders.fifth]] as const) {
        const left = Math.floor((total * percent) / 100)
        same(ours, oracle.addUnsuspended(input.from, total - left + 1, input.suspensions)! - 1)
        same(msOf(workingMsLeft(calendar, ours, reminders.dueAt, input.suspensions)), left)
      }
    }),
    { numRuns: 1_000 },
  )
})

/** Goes through the explanation's rows alone until the required time has gone by. */
function replay({ days, requiredMs }: Explanation): number | undefined {
  let left = requiredMs
  for (const { from, to } of days.flatMap(({ counted }) => counted)) {
    if (left <= to - from) return from + left
    left -= to - from
  }
  return undefined
}

function expectRowsToAddUp(explanation: Explanation, by: Oracle): void {
  same(replay(explanation), explanation.dueAt)
  let total = 0
  for (const { countedMs, totalMs, counted } of explanation.days) {
    total += countedMs
    const allOpen = counted.every(({ from, to }) => by.between(from, to) === to - from)
    const sum = counted.reduce((ms, { from, to }) => ms + to - from, 0)
    // One assertion a day only when it fails: there are tens of thousands of them.
    if (!allOpen || sum !== countedMs || totalMs !== total) expect({ allOpen, sum, totalMs }).toEqual({ allOpen: true, sum: countedMs, totalMs: total })
  }
  expect(total).toBe(explanation.requiredMs)
}

test('replaying an explanation gives the deadline', () => {
  fc.assert(
    fc.property(inputs, (input) => {
      const explanation = explainDeadline(calendar, input, { ruleEdition: '第一版' })
      if (!explanation.ok) return
      expect(deadlineFor(calendar, input)).toEqual({ ok: true, dueAt: explanation.dueAt, provisional: explanation.provisional })
      expectRowsToAddUp(explanation, oracle)
    }),
    { numRuns: 1_000 },
  )
})

/** Calendars nobody would print: random holidays and make-up days, a missing year, hours that change, round the clock or by the minute. */
const clockText = (minute: number): string => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
const dayText = (year: number, day: number): string => new Date(Date.UTC(year, 0, 1 + day)).toISOString().slice(0, 10)
const periods = fc
  .oneof(fc.constant([0, 1_440]), fc.uniqueArray(fc.integer({ min: 0, max: 1_440 }), { minLength: 2, maxLength: 6 }))
  .map((minutes) => {
    const sorted = [...minutes].sort((a, b) => a - b)
    return Array.from({ length: Math.floor(sorted.length / 2) }, (_, i) => ({ start: clockText(sorted[2 * i]!), end: clockText(sorted[2 * i + 1]!) }))
  })
const datedHours: fc.Arbitrary<WorkingHours[]> = fc
  .tuple(periods, fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 1_400 }), periods), { maxLength: 3, selector: ([day]) => day }))
  .map(([first, later]) => [{ from: '2020-01-01', periods: first }, ...later.map(([day, changed]) => ({ from: dayText(2024, day), periods: changed }))])
const calendarYear = (year: number): fc.Arbitrary<CalendarYear> =>
  fc
    .tuple(fc.uniqueArray(fc.integer({ min: 0, max: 44 }), { maxLength: 8 }), fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 8, maxLength: 8 }), fc.array(fc.integer({ min: 0, max: 364 }), { maxLength: 12 }))
    .map(([weeks, lengths, extra]) => {
      const off = weeks.map((week, i) => [dayText(year, week * 8), dayText(year, week * 8 + lengths[i]! - 1), '假'] as const)
      const isOff = (date: string): boolean => off.some(([first, last]) => first <= date && date <= last)
      const weekends = extra.map((day) => dayText(year, day)).filter((date) => [0, 6].includes(new Date(date).getUTCDay()) && !isOff(date))
      return { year, state: 'official', source: '随机', version: 1, off, work: [...new Set(weekends)] }
    })
const calendars: fc.Arbitrary<{ ours: WorkingCalendar; theirs: Oracle }> = fc
  .tuple(fc.tuple(...[2024, 2025, 2026, 2027].map(calendarYear)), datedHours, fc.integer({ min: 2024, max: 2034 }))
  .map(([years, hours, missing]) => {
    const loaded = years.filter(({ year }) => year !== missing)
    return { ours: buildCalendar(loaded, hours), theirs: createOracle(loaded, hours) }
  })

test('on random calendars with dated hours, missing years and random suspensions the two agree as well', () => {
  fc.assert(
    fc.property(calendars, fc.array(inputs, { minLength: 40, maxLength: 40 }), ({ ours, theirs }, many) => {
      for (const input of many) {
        same(dueOf(deadlineFor(ours, input)), expectedDue(theirs, input))
        const explanation = explainDeadline(ours, input, { ruleEdition: '第一版' })
        if (explanation.ok) expectRowsToAddUp(explanation, theirs)
      }
    }),
    { numRuns: 75 },
  )
})

test('that was no small sample', () => {
  expect(comparisons).toBeGreaterThanOrEqual(20_000)
})

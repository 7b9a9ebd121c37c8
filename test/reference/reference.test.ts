import type { CaseEvent } from '../../domain/case/events'
import { builtInCalendarYears } from '../../domain/time/holidays'
import { entriesOfCase, lineOf, worksOf, type TownLaw } from './entries'
import { totalsOf } from './totals'
import { deadlineOf, workBetween, workBy, type Limit } from './workingTime'

const at = (text: string): number => Date.parse(`${text.replace(' ', 'T')}+08:00`)
const hours = [{ from: '2024-01-01', periods: [{ start: '08:30', end: '11:30' }, { start: '13:30', end: '17:30' }] }]
const workOf = workBy(builtInCalendarYears, hours)
const HOURS: Limit = { amount: 2, unit: 'hour' }
const DAYS: Limit = { amount: 3, unit: 'day' }
const dueOf = (from: string, limit: Limit, ...pauses: readonly (readonly [string, string])[]) => deadlineOf(workOf, at(from), [limit], pauses.map(([start, end]) => ({ from: at(start), to: at(end) })))

describe('the working time of the reference', () => {
  test.each([
    ['2026-11-02 09:00', HOURS, '2026-11-02 11:00'], ['2026-11-02 10:00', HOURS, '2026-11-02 14:00'], ['2026-11-06 17:00', HOURS, '2026-11-09 10:00'],
    ['2026-11-02 09:00', DAYS, '2026-11-05 17:30'], ['2026-11-07 12:00', DAYS, '2026-11-11 17:30'], ['2025-12-31 16:00', DAYS, '2026-01-06 17:30'],
  ] as const)('ends a limit that began on %s where domain.md says it does', (from, limit, due) => expect(dueOf(from, limit)).toBe(at(due)))

  test('takes a pause out as working time, over a weekend as over a lunch', () => {
    expect(dueOf('2026-11-06 17:00', HOURS, ['2026-11-06 17:30', '2026-11-09 09:00'])).toBe(at('2026-11-09 10:30'))
    expect(dueOf('2026-11-02 09:00', HOURS, ['2026-11-02 10:00', '2026-11-02 14:00'])).toBe(at('2026-11-02 15:00'))
  })

  test('knows no end in a year without a calendar, nor of a pause that nobody has ended', () => {
    expect(dueOf('2027-12-30 09:00', DAYS)).toBeNull()
    expect(deadlineOf(workOf, at('2026-11-02 09:00'), [HOURS], [{ from: at('2026-11-02 10:00'), to: Infinity }])).toBeNull()
    expect(workBetween(workOf, at('2026-11-02 11:00'), at('2026-11-02 14:00'))).toBe(3_600_000)
  })
})

describe('the entries of the reference', () => {
  const edition = { hours, townFindingPoints: 200, filedReportPoints: 0, delayedHandlingPoints: 300, missedMeetingPoints: 200 }
  const law: TownLaw = { editions: new Map([['e', edition]]), rows: builtInCalendarYears, present: '2026.1' }
  const by = { role: 'office', person: 'o' } as const
  const start = { limit: HOURS, calendarVersion: '2026.1', editionId: 'e' }
  const place = { spotId: 's' }
  const evidence = { text: '', photos: [] }
  const found: CaseEvent = { type: 'found', at: at('2026-11-02 09:00'), by, inspectionId: 'i', level: 'city', estateId: 'A', place, categoryCode: '0201', editionId: 'e', ...evidence }
  const reported: readonly CaseEvent[] = [
    { type: 'submitted', at: at('2026-11-02 08:00'), by, reportId: 'r', level: 'district', estateId: 'A', place, categoryCode: '0201', ...evidence },
    { type: 'filed', at: at('2026-11-02 09:00'), by, categoryCode: '0201', editionId: 'e' },
  ]
  const dispatched: CaseEvent = { type: 'dispatched', at: at('2026-11-02 09:00'), by, estateId: 'A', ...start }
  const redirected = (when: string, estateId: string): CaseEvent => ({ type: 'redirected', at: at(when), by, estateId, reason: '', ...start })
  const answered = (when: string): CaseEvent => ({ type: 'answered', at: at(when), by, ...evidence })
  const failed = (when: string): CaseEvent => ({ type: 'verificationFailed', at: at(when), by, method: 'onSite', ...evidence, ...start })
  const owed = (events: readonly CaseEvent[]) => entriesOfCase({ id: 'c', events }, law, worksOf(law), at('2026-12-01 00:00')).map((entry) => lineOf(entry).replace(' c ', ' '))

  test('charge an inspected problem one point, and a second one once, for the first time it was late or only said to be done', () => {
    expect(owed([found, dispatched, answered('2026-11-02 10:00')])).toEqual(['A inspected 2026-11 2026-11-02T01:00:00.000Z -100'])
    expect(owed([found, dispatched, answered('2026-11-02 10:00'), failed('2026-11-02 16:00'), answered('2026-11-05 10:00')])).toEqual(['A inspected 2026-11 2026-11-02T01:00:00.000Z -100', 'A doubled 2026-11 2026-11-02T08:00:00.000Z -100'])
  })

  test('charge each estate what it missed itself, and none for another', () => {
    expect(owed([...reported, dispatched, redirected('2026-11-02 14:00', 'B'), answered('2026-11-02 14:30')])).toEqual(['A overdue 2026-11 2026-11-02T03:00:00.000Z -200'])
    expect(owed([...reported, dispatched, redirected('2026-11-02 10:00', 'B'), answered('2026-11-03 09:00')])).toEqual(['B overdue 2026-11 2026-11-02T06:00:00.000Z -200'])
  })

  test('let an estate that gets a case back go on where it was', () => {
    const back = [...reported, dispatched, redirected('2026-11-02 10:00', 'B'), redirected('2026-11-02 14:00', 'A')]
    expect(owed([...back, answered('2026-11-02 15:00')])).toEqual([])
    expect(owed([...back, answered('2026-11-02 15:01')])).toEqual(['A overdue 2026-11 2026-11-02T07:00:00.000Z -200'])
  })
})

test('the totals of the reference are 60 and 40 in a hundred, the mean of the months, and what was created on top', () => {
  const entry = (month: string, sheet: string, points: number) => ({ estateId: 'A', month, sheet, points })
  const ledger = [entry('2026-01', 'longTerm', -500), entry('2026-02', 'longTerm', -20_000), entry('2026-01', 'property', -1000), entry('2026-02', 'project', 300)]
  expect(totalsOf(ledger, 'A', ['2026-01'])).toEqual({ longTerm: 9500, property: 9000, bonus: 0, composite: 9300 })
  expect(totalsOf(ledger, 'A', ['2026-01', '2026-02'])).toEqual({ longTerm: 4750, property: 9000, bonus: 300, composite: 6750 })
})

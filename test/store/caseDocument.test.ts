import fc from 'fast-check'
import { applyEvent, caseFromEvents } from '../../domain/case/caseState'
import type { Actor, CaseEvent } from '../../domain/case/events'
import { wasLate } from '../../domain/case/handling'
import { isOverdue } from '../../domain/time/overdue'
import { buildCalendar } from '../../domain/time/calendar'
import { caseDocument, caughtUp, withEvents, type CaseBase } from '../../store/caseDocument'
import type { CaseDocument } from '../../types/documents/cases'
import { at, calendarOf, dispatched, EVENT_TYPES, happens, indexOf, inspected, reported } from '../domain/support'

const BASE: CaseBase = { _id: 'c1', townId: 'demo', number: '202604-0001', createdAt: at('2026-04-13 08:40'), remindedUntil: 0, askedUntil: 0, bookedEvents: 0, followers: 0, remarks: 0, words: 0 }
const made = (events: readonly CaseEvent[], base: Partial<CaseBase> = {}): CaseDocument => caseDocument({ ...BASE, ...base }, events, calendarOf)
const ROLES: readonly Actor['role'][] = ['resident', 'manager', 'inspector', 'office', 'clock']
const HOUR = 3_600_000

describe('a case as it is stored', () => {
  test('is, after any walk and however it is grown, what its events alone give', () => {
    const steps = fc.array(fc.record({ choice: fc.nat(), after: fc.integer({ min: 0, max: 20 * HOUR }) }), { minLength: 1, maxLength: 18 })
    let reached = 0
    fc.assert(
      fc.property(steps, fc.boolean(), (walk, isInspected) => {
        let document = made(isInspected ? inspected().slice(0, 1) : reported().slice(0, 1))
        let now = at('2026-04-13 09:00')
        for (const { choice, after } of walk) {
          now += after
          const case_ = caseFromEvents(document.events)
          const ways = EVENT_TYPES.flatMap((type) => ROLES.map((role) => happens(type, now, { role, ...(type === 'suspended' && { until: now + 30 * HOUR }) }))).filter((event) => applyEvent(case_, event) !== null)
          const event = ways[choice % ways.length]
          if (!event) break
          const grown = withEvents(document, [event], calendarOf)
          if (!grown?.ok) throw new Error('the state machine takes it, the store does not')
          document = JSON.parse(JSON.stringify(grown.document)) as CaseDocument
          expect(document).toEqual(JSON.parse(JSON.stringify(made(document.events))))
          expect(document).toMatchObject(JSON.parse(JSON.stringify(indexOf(caseFromEvents(document.events)))) as object)
          const { lateFrom } = document
          for (const later of [now, now + HOUR, now + 26 * HOUR, now + 400 * HOUR, ...(lateFrom === null ? [] : [lateFrom, lateFrom + 1])].filter((each) => each >= now)) {
            expect(wasLate(caseFromEvents(document.events), document.estateId, calendarOf, later)).toBe(lateFrom !== null && isOverdue(lateFrom, later))
          }
          reached += 1
        }
      }),
      { numRuns: 120 },
    )
    expect(reached).toBeGreaterThan(300)
  })

  test('takes several events as one change, or none of them', () => {
    const document = made(dispatched())
    expect(withEvents(document, [happens('answered', '2026-04-13 10:00'), happens('closed', '2026-04-13 10:05')], calendarOf)).toBeNull()
    const grown = withEvents(document, [happens('answered', '2026-04-13 10:00'), happens('verified', '2026-04-13 10:05'), happens('closed', '2026-04-13 10:05')], calendarOf)
    expect(grown).toMatchObject({ ok: true, document: { state: 'closed', dueAt: at('2026-04-13 11:00'), judgeAt: null }, case_: { state: 'closed' } })
    expect(document.events).toHaveLength(3)
  })

  test('stands in the news of the month in which it came and of that in which it was closed, from its filing on', () => {
    expect(made(reported().slice(0, 1))).toMatchObject({ cameIn: null, newsIn: [] })
    expect(made(reported())).toMatchObject({ cameIn: '2026-04', newsIn: ['2026-04'] })
    const done = (when: string) => [...dispatched(), happens('answered', when), happens('verified', when), happens('closed', when)]
    expect(made(done('2026-04-30 23:59'))).toMatchObject({ cameIn: '2026-04', newsIn: ['2026-04'] })
    expect(made(done('2026-05-01 00:00'))).toMatchObject({ cameIn: '2026-04', newsIn: ['2026-04', '2026-05'] })
    expect(made([...done('2026-05-01 00:00'), happens('reportedUnfixed', '2026-05-02 09:00')])).toMatchObject({ newsIn: ['2026-04'] })
  })

  test('keeps its number, its town and its birth, whatever happens', () => {
    const grown = withEvents(made(dispatched()), [happens('redirected', '2026-04-13 10:00')], calendarOf)
    expect(grown).toMatchObject({ ok: true, document: { ...BASE, estateId: 'west' } })
  })

  test('is looked at by the clock for its deadline, and at once for an event that costs', () => {
    expect(made(reported()).bookAt).toBe(at('2026-04-13 08:50'))
    expect(made(dispatched(), { bookedEvents: 3 }).bookAt).toBe(at('2026-04-13 11:00'))
    expect(made(inspected()).bookAt).toBe(at('2026-04-13 08:50'))
    expect(made(inspected(), { bookedEvents: 2 }).bookAt).toBe(at('2026-04-13 11:00'))
    const weighed = [...dispatched(), happens('answered', '2026-04-13 10:00'), happens('findingProposed', '2026-04-13 10:10'), happens('findingConfirmed', '2026-04-13 10:20')]
    expect(made(weighed, { bookedEvents: 5 }).bookAt).toBe(at('2026-04-13 10:20'))
    expect(made(weighed, { bookedEvents: 6 }).bookAt).toBeNull()
  })

  test('has its next reminder in front of it until it is out', () => {
    expect(made(dispatched()).remindAt).toBe(at('2026-04-13 10:00'))
    expect(made(dispatched(), { remindedUntil: at('2026-04-13 10:00') }).remindAt).toBe(at('2026-04-13 10:36'))
    expect(made(dispatched(), { remindedUntil: at('2026-04-13 10:36') }).remindAt).toBeNull()
    expect(made(reported()).remindAt).toBeNull()
  })

  test('takes no limit whose end lies in a year without a calendar, and everything else', () => {
    const short = buildCalendar([{ year: 2026, state: 'official', source: 's', version: 1, off: [], work: [] }], [{ from: '2024-01-01', periods: [{ start: '08:30', end: '17:30' }] }])
    const missing = { ok: false, code: 'CALENDAR_MISSING', year: 2027 }
    expect(withEvents(made(reported()), [happens('dispatched', '2026-12-31 16:45')], () => short)).toEqual(missing)
    const dispatchedLate = [...reported(), happens('dispatched', '2026-12-31 14:00')]
    expect(withEvents(made(dispatchedLate), [happens('extended', '2026-12-31 15:00')], () => short)).toMatchObject(missing)
    const waiting = made([...dispatchedLate, happens('requested', '2026-12-31 15:00', { kind: 'suspension', until: at('2028-03-01 08:30') })])
    expect(withEvents(waiting, [happens('answered', '2026-12-31 16:00')], () => short)).toMatchObject({ ok: true, document: { state: 'answered', judgeAt: null } })
    const afterReturn = [...dispatchedLate, happens('returned', '2026-12-31 15:00'), happens('returnRejected', '2027-01-04 09:00')]
    expect(withEvents(made(afterReturn), [happens('answered', '2027-01-04 09:30')], () => short)).toMatchObject({ ok: true, document: { state: 'answered', dueAt: null, bookAt: expect.any(Number) as number } })
  })

  test('has come back from a suspension at its date, whether the clock has been round or not', () => {
    const suspended = made([...dispatched(), happens('suspended', '2026-04-13 10:00', { until: at('2026-04-20 08:30') })])
    expect(caughtUp(suspended, calendarOf, at('2026-04-20 08:30') - 1)).toBe(suspended)
    expect(caughtUp(suspended, calendarOf, at('2026-04-22 09:00'))).toMatchObject({ state: 'dispatched', dueAt: suspended.dueAt, resumeAt: null, events: [...suspended.events, { type: 'resumed', at: at('2026-04-20 08:30') }] })
  })
})

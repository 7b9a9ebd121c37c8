import { applyEvent, caseFromEvents, type CaseState } from '../../../domain/case/caseState'
import type { CaseEvent } from '../../../domain/case/events'
import { currentRun, deadlineInput, missedDeadlines } from '../../../domain/case/handling'
import { explainDeadline, explanationText } from '../../../domain/time/explain'
import { at, calendar, calendarOf, caseOf, dispatched, happens, indexOf, inspected, reported, threeDays, twoHours } from '../support'
import { STORIES } from './stories'

const dueAt = (...events: readonly CaseEvent[]) => indexOf(caseOf(...events)).dueAt
const missed = (case_: CaseState, now: number) => missedDeadlines(case_, calendarOf, now)

describe('a case is what its events tell', () => {
  it.each(Object.entries(STORIES))('replaying the whole story of a %s case gives what applying event after event gave', (_, events) => {
    let stepwise: CaseState | null = null
    for (const event of events) stepwise = applyEvent(stepwise, event)
    expect(caseFromEvents(events)).toEqual(stepwise)
  })

  it('a stored story that the state machine does not allow is our mistake and says which event', () => {
    expect(() => caseOf(...reported(), happens('answered', '2026-04-13 09:30'))).toThrow('answered')
    expect(() => caseOf()).toThrow('at least one event')
  })

  it('a report is filed with the category the office gave it, not the one the resident did not know', () => {
    const unsure = happens('submitted', '2026-04-13 08:40', { categoryCode: null })
    expect(caseOf(unsure)).toMatchObject({ origin: 'reported', categoryCode: null, editionId: null, filedAt: null })
    expect(caseOf(unsure, happens('filed', '2026-04-13 08:50', { categoryCode: '0104' }))).toMatchObject({ categoryCode: '0104', editionId: 'plan-1', filedAt: at('2026-04-13 08:50') })
  })

  it('a problem found by an inspection is filed by being found, and is no report', () => {
    expect(caseOf(...inspected())).toMatchObject({ origin: 'inspected', filedAt: at('2026-04-13 08:50'), reports: [], editionId: 'plan-1' })
  })

  it('a further report joins: its reporter follows the same case, and it says whether it counts', () => {
    const { reports } = caseOf(...dispatched(), happens('joined', '2026-04-13 10:00', { reportId: 'report-2', counted: false }))
    expect(reports).toEqual([
      { reportId: 'report-1', at: at('2026-04-13 08:40'), counted: true },
      { reportId: 'report-2', at: at('2026-04-13 10:00'), counted: false },
    ])
  })
})

describe('the clock of handling', () => {
  const returned = [...dispatched(), happens('returned', '2026-04-13 10:00')]

  it('a redirect restarts the clock for the new estate and ends the first run', () => {
    const case_ = caseOf(...returned, happens('redirected', '2026-04-13 14:00'))
    expect(case_).toMatchObject({ state: 'dispatched', estateId: 'west' })
    expect(case_.runs.map(({ estateId, sentOn, stoppedAt }) => ({ estateId, sentOn, stoppedAt }))).toEqual([
      { estateId: 'east', sentOn: true, stoppedAt: at('2026-04-13 14:00') },
      { estateId: 'west', sentOn: false, stoppedAt: null },
    ])
    expect(indexOf(case_).dueAt).toBe(at('2026-04-13 16:00'))
  })

  it('each estate is judged by its own run: what the first had missed when the case was taken from it stays its own', () => {
    const late = caseOf(...dispatched(), happens('redirected', '2026-04-13 15:00'))
    const [east, west] = [{ run: 0, estateId: 'east', dueAt: at('2026-04-13 11:00') }, { run: 1, estateId: 'west', dueAt: at('2026-04-13 17:00') }]
    expect(missed(late, at('2026-04-13 15:30'))).toEqual({ ok: true, missed: [east] })
    expect(missed(late, at('2026-04-14 12:00'))).toEqual({ ok: true, missed: [east, west] })
    const inTime = caseOf(...dispatched(), happens('redirected', '2026-04-13 11:00'))
    expect(missed(inTime, at('2026-04-13 15:00'))).toEqual({ ok: true, missed: [] })
  })

  it('what one estate asked for and was late with does not follow the case to the next', () => {
    const case_ = caseOf(...dispatched(), happens('requested', '2026-04-13 10:00'), happens('overdueRecorded', '2026-04-13 11:01'), happens('redirected', '2026-04-13 14:00'))
    expect(case_).toMatchObject({ request: null, runs: [{ overdueRecordedAt: at('2026-04-13 11:01') }, { overdueRecordedAt: null }] })
    expect(indexOf(case_).judgeAt).toBe(at('2026-04-13 16:00'))
  })

  it('a return pauses the clock until the office decides', () => {
    expect(indexOf(caseOf(...returned))).toMatchObject({ state: 'returned', dueAt: null, judgeAt: null, halfAt: null, fifthAt: null })
    expect(missed(caseOf(...returned), at('2026-05-13 10:00'))).toEqual({ ok: true, missed: [] })
    // Of the two hours one was left at 10:00; it is given back from 14:00 on.
    expect(dueAt(...returned, happens('returnRejected', '2026-04-13 14:00'))).toBe(at('2026-04-13 15:00'))
  })

  it('a suspension moves the deadline by working time, not by the time on the wall', () => {
    const friday = [...reported(), happens('dispatched', '2026-04-17 17:00')]
    const suspended = [...friday, happens('suspended', '2026-04-17 17:30', { until: at('2026-04-30 17:30') })]
    expect(dueAt(...friday)).toBe(at('2026-04-20 10:00'))
    expect(dueAt(...suspended, happens('resumed', '2026-04-20 09:00', { role: 'office' }))).toBe(at('2026-04-20 10:30'))
  })

  it('a suspension that the clock ends late ends at its own date all the same', () => {
    const suspended = [...dispatched(), happens('suspended', '2026-04-13 10:00', { until: at('2026-04-14 08:30') })]
    expect(dueAt(...suspended)).toBe(at('2026-04-14 09:30'))
    expect(dueAt(...suspended, happens('resumed', '2026-04-14 12:00'))).toBe(at('2026-04-14 09:30'))
  })

  it('a suspension that was asked for before the deadline and granted after it counts from the request on', () => {
    const asked = [...dispatched(), happens('requested', '2026-04-13 10:30', { kind: 'suspension', until: at('2026-04-14 08:30') })]
    const granted = happens('suspended', '2026-04-13 16:00', { from: at('2026-04-13 10:30'), until: at('2026-04-14 08:30') })
    expect(dueAt(...asked, granted)).toBe(at('2026-04-14 09:00'))
  })

  it('an extension adds the limit once more, and a second one again, beside the ten minutes it waited for the office', () => {
    const request = [happens('requested', '2026-04-13 10:00'), happens('extended', '2026-04-13 10:10')]
    expect(dueAt(...dispatched())).toBe(at('2026-04-13 11:00'))
    expect(dueAt(...dispatched(), ...request)).toBe(at('2026-04-13 15:10'))
    expect(dueAt(...dispatched(), ...request, ...request)).toBe(at('2026-04-13 17:10'))
    const days = [...reported(), happens('dispatched', '2026-04-13 09:00', { limit: threeDays })]
    expect(dueAt(...days)).toBe(at('2026-04-16 17:30'))
    expect(dueAt(...days, ...request)).toBe(at('2026-04-22 08:40'))
  })

  it('a request waits for the office and is gone once it is decided or the case answered', () => {
    const requested = [...dispatched(), happens('requested', '2026-04-13 10:00', { kind: 'suspension', until: at('2026-04-20 08:30') })]
    expect(caseOf(...requested).request).toMatchObject({ kind: 'suspension', until: at('2026-04-20 08:30'), by: 'manager-1' })
    for (const decided of ['requestRefused', 'extended', 'suspended', 'answered'] as const) expect(caseOf(...requested, happens(decided, '2026-04-13 10:20')).request).toBeNull()
  })

  it('a rework is a new run with its own limit, and closes nothing', () => {
    const failed = [...dispatched(), happens('answered', '2026-04-13 10:30'), happens('verificationFailed', '2026-04-14 09:00', { limit: threeDays })]
    const case_ = caseOf(...failed)
    expect(case_).toMatchObject({ state: 'rework', answeredAt: null, closedAt: null })
    expect(case_.runs.map(({ startedAt, stoppedAt, limit }) => ({ startedAt, stoppedAt, limit }))).toEqual([
      { startedAt: at('2026-04-13 09:00'), stoppedAt: at('2026-04-13 10:30'), limit: twoHours },
      { startedAt: at('2026-04-14 09:00'), stoppedAt: null, limit: threeDays },
    ])
    expect(indexOf(case_).dueAt).toBe(at('2026-04-17 17:30'))
  })

  it('the rework of a case that had been redirected stays with the estate that answered it', () => {
    const failed = [...dispatched(), happens('redirected', '2026-04-13 10:00'), happens('answered', '2026-04-13 10:30'), happens('reportedUnfixed', '2026-04-13 14:00'), happens('reworked', '2026-04-13 14:10')]
    expect(caseOf(...failed).runs.map(({ estateId }) => estateId)).toEqual(['east', 'west', 'west'])
  })

  it('counts how often an estate gave the case back', () => {
    const returned = [...dispatched(), happens('returned', '2026-04-13 09:20')]
    expect([caseOf(...dispatched()).returns, caseOf(...returned).returns, caseOf(...returned, happens('returnRejected', '2026-04-13 09:30'), happens('returned', '2026-04-13 09:40')).returns]).toEqual([0, 1, 2])
  })
})

describe('a case that comes back to an estate that had it', () => {
  const to = (estateId: string, when: string) => happens('redirected', when, { estateId })
  /** An hour of its two was used at 10:00; elsewhere from then on. */
  const away = [...dispatched(), to('west', '2026-04-13 10:00')]

  it.each<[string, readonly CaseEvent[], string]>([
    ['what it has left, from the moment it is back', [...away, to('east', '2026-04-13 14:00')], '2026-04-13 15:00'],
    ['the same when it was elsewhere outside working time only', [...dispatched(), to('west', '2026-04-13 11:30'), to('east', '2026-04-13 13:30')], '2026-04-13 11:00'],
    ['the same after having been in two other estates', [...away, to('north', '2026-04-13 10:30'), to('east', '2026-04-13 14:00')], '2026-04-13 15:00'],
    ['what it has left after two absences', [...away, to('east', '2026-04-13 10:30'), to('west', '2026-04-13 11:00'), to('east', '2026-04-14 08:30')], '2026-04-14 09:00'],
    ['its extension too', [...dispatched(), happens('extended', '2026-04-13 09:30'), to('west', '2026-04-13 10:00'), to('east', '2026-04-13 14:00')], '2026-04-13 17:00'],
    ['the time it waited for the office about its return', [...dispatched(), happens('returned', '2026-04-13 09:30'), to('west', '2026-04-13 10:00'), to('east', '2026-04-13 14:00')], '2026-04-13 15:30'],
    ['the time it waited for the office about a request', [...dispatched(), happens('requested', '2026-04-13 09:30'), to('west', '2026-04-13 10:00'), to('east', '2026-04-13 14:00')], '2026-04-13 15:30'],
    ['working days less those it has used', [...reported(), happens('dispatched', '2026-04-13 09:00', { limit: threeDays }), to('west', '2026-04-14 09:00'), to('east', '2026-04-15 09:00')], '2026-04-17 17:30'],
    ['its rework, not its first run', [...dispatched(), happens('answered', '2026-04-13 10:30'), happens('verificationFailed', '2026-04-13 14:00'), to('west', '2026-04-13 14:30'), to('east', '2026-04-13 15:30')], '2026-04-13 17:00'],
  ])('has %s', (_, events, dueAt) => {
    const case_ = caseOf(...events)
    expect(case_.estateId).toBe('east')
    expect(new Date(indexOf(case_).dueAt!).toISOString()).toBe(new Date(at(dueAt)).toISOString())
    expect(case_.runs.filter(({ stoppedAt }) => stoppedAt === null)).toHaveLength(1)
  })

  it('leaves the whole limit to an estate that never had it, and to the other one what it has left', () => {
    expect(indexOf(caseOf(...away)).dueAt).toBe(at('2026-04-13 13:30') + 30 * 60_000)
    expect(indexOf(caseOf(...away, to('east', '2026-04-13 10:30'), to('west', '2026-04-13 11:00'))).dueAt).toBe(at('2026-04-13 14:30'))
  })

  it('is judged once, by the run that goes on', () => {
    const back = caseOf(...away, to('east', '2026-04-13 14:00'))
    expect(back.runs.map(({ estateId, sentOn }) => [estateId, sentOn])).toEqual([['east', true], ['west', true], ['east', false]])
    expect(missed(back, at('2026-04-13 15:00'))).toEqual({ ok: true, missed: [] })
    expect(missed(back, at('2026-04-13 15:00') + 1)).toEqual({ ok: true, missed: [{ run: 2, estateId: 'east', dueAt: at('2026-04-13 15:00') }] })
    // Late already when it left: once, whether the clock came round before or after.
    const lateBack = caseOf(...dispatched(), to('west', '2026-04-13 14:00'), to('east', '2026-04-13 14:30'))
    expect(missed(lateBack, at('2026-04-13 15:00'))).toEqual({ ok: true, missed: [{ run: 2, estateId: 'east', dueAt: at('2026-04-13 11:00') }] })
  })

  it('reads in the explanation of its limit why the clock stood', () => {
    const explained = explainDeadline(calendar, deadlineInput(currentRun(caseOf(...away, to('east', '2026-04-13 14:00')))!), { ruleEdition: '方案' })
    expect(explained.ok && explanationText(explained)[1]).toContain('暂停：2026-04-13（周一） 10:00 至 2026-04-13（周一） 14:00，扣除工作时间120分钟；原因：改派到其他小区期间')
  })
})

describe('what was seen', () => {
  const answered = [...dispatched(), happens('answered', '2026-04-13 10:30')]

  it('only a look on site counts as seen, and only until the next answer', () => {
    expect(caseOf(...answered, happens('verified', '2026-04-13 14:00', { method: 'photos' })).seenOnSite).toBe(false)
    const seen = [...answered, happens('verified', '2026-04-13 14:00', { method: 'onSite' })]
    expect(caseOf(...seen).seenOnSite).toBe(true)
    expect(caseOf(...seen, happens('verificationFailed', '2026-04-13 15:00'), happens('answered', '2026-04-13 16:00')).seenOnSite).toBe(false)
  })

  it('a case closed and found unfixed by its reporter is no longer closed', () => {
    const closed = [...answered, happens('verified', '2026-04-13 14:00'), happens('closed', '2026-04-13 15:00')]
    expect(caseOf(...closed).closedAt).toBe(at('2026-04-13 15:00'))
    expect(caseOf(...closed, happens('confirmedFixed', '2026-04-13 15:30')).closedAt).toBe(at('2026-04-13 15:00'))
    expect(caseOf(...closed, happens('reportedUnfixed', '2026-04-13 15:30'))).toMatchObject({ state: 'reopened', closedAt: null })
  })

  it('what a reporter says is not fixed is taken as seen only by a later look on site that finds it fixed', () => {
    const unfixed = [...answered, happens('verified', '2026-04-13 14:00', { method: 'onSite' }), happens('reportedUnfixed', '2026-04-13 15:00')]
    expect(caseOf(...unfixed)).toMatchObject({ seenOnSite: false, contradicted: true, unfixedCount: 1 })
    const again = [...unfixed, happens('reworked', '2026-04-13 15:00', { role: 'clock' }), happens('answered', '2026-04-13 16:00')]
    expect(caseOf(...again)).toMatchObject({ contradicted: true, answers: 2 })
    expect(caseOf(...again, happens('verified', '2026-04-13 16:30', { method: 'photos' })).contradicted).toBe(true)
    expect(caseOf(...again, happens('verificationFailed', '2026-04-13 16:30', { method: 'onSite' })).contradicted).toBe(true)
    expect(caseOf(...again, happens('verified', '2026-04-13 16:30', { method: 'onSite' }))).toMatchObject({ contradicted: false, seenOnSite: true, unfixedCount: 1 })
  })

  it('a closed case that a drawn verification finds unfit is reworked', () => {
    const closed = [...answered, happens('verified', '2026-04-13 14:00'), happens('closed', '2026-04-13 15:00')]
    expect(caseOf(...closed, happens('verificationFailed', '2026-04-20 09:00'))).toMatchObject({ state: 'rework', closedAt: null })
  })

  it('a proposed finding costs nothing until the office confirms it, and what is dropped stays dropped', () => {
    const proposed = [...dispatched(), happens('findingProposed', '2026-04-13 12:00', { finding: 'shirked' })]
    const statuses = (...events: readonly CaseEvent[]) => caseOf(...events).findings.map(({ kind, status }) => `${kind} ${status}`)
    expect(statuses(...proposed)).toEqual(['shirked proposed'])
    expect(statuses(...proposed, happens('findingConfirmed', '2026-04-13 13:00', { finding: 'recurrent' }))).toEqual(['shirked proposed'])
    const dropped = [...proposed, happens('findingDropped', '2026-04-13 13:00')]
    expect(statuses(...dropped, happens('findingConfirmed', '2026-04-13 13:10'))).toEqual(['shirked dropped'])
    expect(statuses(...dropped, happens('findingProposed', '2026-04-13 13:20'), happens('findingConfirmed', '2026-04-13 13:30'))).toEqual(['shirked dropped', 'shirked confirmed'])
  })
})

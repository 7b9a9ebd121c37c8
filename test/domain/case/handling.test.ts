import { applyEvent, type CaseState } from '../../../domain/case/caseState'
import type { CaseEvent } from '../../../domain/case/events'
import { indexCase, missedDeadlines } from '../../../domain/case/handling'
import { buildCalendar } from '../../../domain/time/calendar'
import { at, calendar, calendarOf, caseOf, dispatched, happens, indexOf, inspected, reported, threeDays } from '../support'
import { STORIES } from './stories'

const DUE = at('2026-04-13 11:00')
const missedIn = (case_: CaseState, now: number) => {
  const judged = missedDeadlines(case_, calendarOf, now)
  if (!judged.ok) throw new Error(judged.code)
  return judged.missed.map(({ dueAt }) => dueAt)
}
const answeredAt = (instant: number) => caseOf(...dispatched(), happens('answered', instant))

describe('the stored index of a case', () => {
  it('a case that is being handled has its deadline, its reminders, and a moment at which the clock judges it', () => {
    expect(indexOf(caseOf(...dispatched()))).toEqual({
      state: 'dispatched', origin: 'reported', estateId: 'east', categoryCode: '0201', filedAt: at('2026-04-13 08:50'),
      placeKind: 'spot', placeKey: 'spot:gate', openAs: 'case', countsUntil: DUE,
      dueAt: DUE, judgeAt: DUE, lateFrom: DUE, halfAt: at('2026-04-13 10:00'), fifthAt: at('2026-04-13 10:36'),
      resumeAt: null, proposedFindings: 0, hasRequest: false, desk: [], closedAt: null, askAgainAt: null,
    })
  })

  it.each(['submitted', 'withdrawn', 'refused', 'filed'] as const)('a case that is %s has no clock at all', (state) => {
    expect(indexOf(caseOf(...STORIES[state]))).toMatchObject({ state, dueAt: null, judgeAt: null, halfAt: null, fifthAt: null, resumeAt: null })
  })

  it.each([
    ['a millisecond before the deadline', DUE - 1, null],
    ['at the deadline itself', DUE, null],
    ['a millisecond after the deadline, while the clock slept', DUE + 1, DUE],
    ['a day after the deadline, while the clock slept', DUE + 86_400_000, DUE],
  ])('answered %s, the clock has this to judge', (_, instant, judgeAt) => {
    expect(indexOf(answeredAt(instant))).toMatchObject({ dueAt: DUE, judgeAt, halfAt: null, fifthAt: null })
  })

  it('what is recorded as overdue is judged no more, whether recorded before the answer or after it', () => {
    const recorded = happens('overdueRecorded', '2026-04-13 11:01')
    expect(indexOf(caseOf(...dispatched(), recorded)).judgeAt).toBeNull()
    expect(indexOf(caseOf(...dispatched(), recorded, happens('answered', '2026-04-13 14:00'))).judgeAt).toBeNull()
    expect(indexOf(caseOf(...dispatched(), happens('answered', '2026-04-13 14:00'), happens('overdueRecorded', '2026-04-13 14:01'))).judgeAt).toBeNull()
  })

  it('a suspended case reminds nobody, ends by itself, and is judged at its moved deadline', () => {
    const suspended = happens('suspended', '2026-04-13 10:00', { until: at('2026-04-20 08:30') })
    expect(indexOf(caseOf(...dispatched(), suspended))).toMatchObject({
      state: 'suspended', dueAt: at('2026-04-20 09:30'), judgeAt: at('2026-04-20 09:30'), halfAt: null, fifthAt: null, resumeAt: at('2026-04-20 08:30'),
    })
  })

  it('a resumed case reminds again, at moments the suspension has moved', () => {
    const resumed = caseOf(...dispatched(), happens('suspended', '2026-04-13 09:30'), happens('resumed', '2026-04-20 08:30'))
    expect(indexOf(resumed)).toMatchObject({ state: 'dispatched', dueAt: at('2026-04-20 10:00'), halfAt: at('2026-04-20 09:00'), fifthAt: at('2026-04-20 09:36'), resumeAt: null })
  })

  it('a rework after an answer in time is judged by its own deadline', () => {
    const rework = caseOf(...dispatched(), happens('answered', DUE), happens('verificationFailed', '2026-04-14 09:00'))
    expect(indexOf(rework)).toMatchObject({ state: 'rework', dueAt: at('2026-04-14 11:00'), judgeAt: at('2026-04-14 11:00') })
  })

  it('a rework that is late after a handling that was late too is judged by itself once the first is on record', () => {
    const rework = [...dispatched(), happens('answered', DUE + 1), happens('overdueRecorded', '2026-04-13 11:01'), happens('verificationFailed', '2026-04-14 09:00')]
    expect(indexOf(caseOf(...rework)).judgeAt).toBe(at('2026-04-14 11:00'))
    expect(indexOf(caseOf(...rework, happens('overdueRecorded', '2026-04-14 11:01', { run: 1 }))).judgeAt).toBeNull()
  })

  it('a rework after a late answer that nobody recorded is still judged by the first deadline', () => {
    const rework = caseOf(...dispatched(), happens('answered', DUE + 1), happens('verificationFailed', '2026-04-14 09:00'))
    expect(indexOf(rework)).toMatchObject({ dueAt: at('2026-04-14 11:00'), judgeAt: DUE })
  })

  it('says how many findings wait for the office, and whether a request does', () => {
    const waiting = [...dispatched(), happens('findingProposed', '2026-04-13 10:00', { finding: 'shirked' }), happens('findingProposed', '2026-04-13 10:00', { finding: 'recurrent' }), happens('requested', '2026-04-13 10:00')]
    expect(indexOf(caseOf(...waiting))).toMatchObject({ proposedFindings: 2, hasRequest: true, desk: ['toDecide', 'findings'] })
    expect(indexOf(caseOf(...waiting, happens('findingDropped', '2026-04-13 10:10'), happens('requestRefused', '2026-04-13 10:10')))).toMatchObject({ proposedFindings: 1, hasRequest: false, desk: ['findings'] })
    expect(indexOf(caseOf(...STORIES.returned))).toMatchObject({ hasRequest: false, desk: ['toDecide'] })
  })

  it('a request made before the deadline keeps the case from being judged until the office decides, and the time it waited is a pause: its delay costs the estate nothing', () => {
    const asked = [...dispatched(), happens('requested', '2026-04-13 10:30')]
    const judged = (...events: readonly CaseEvent[]) => indexOf(caseOf(...events)).judgeAt
    expect(judged(...asked)).toBeNull()
    expect(missedIn(caseOf(...asked), at('2026-04-13 15:30'))).toEqual([])
    // Half an hour was left at 10:30: it is left at 14:00 too, and what is granted comes on top.
    expect(judged(...asked, happens('requestRefused', '2026-04-13 14:00'))).toBe(at('2026-04-13 14:30'))
    expect(judged(...asked, happens('extended', '2026-04-13 14:00'))).toBe(at('2026-04-13 16:30'))
    expect(judged(...asked, happens('extended', '2026-04-14 09:00'))).toBe(at('2026-04-14 11:30'))
    // Suspended until a time that had passed when the office came to it: the clock stood until then.
    expect(judged(...asked, happens('suspended', '2026-04-14 09:00', { from: at('2026-04-13 10:30'), until: at('2026-04-13 17:00') }), happens('resumed', '2026-04-14 09:00'))).toBe(at('2026-04-14 09:30'))
  })

  it('an answer that came while the office still had a request made in time is in time, for the estate only waited', () => {
    const asked = [...dispatched(), happens('requested', '2026-04-13 10:30')]
    expect(indexOf(caseOf(...asked, happens('answered', '2026-04-14 10:00'))).judgeAt).toBeNull()
    expect(indexOf(caseOf(...dispatched(), happens('answered', '2026-04-14 10:00'))).judgeAt).toBe(DUE)
    const [run] = caseOf(...asked, happens('answered', '2026-04-14 10:00')).runs
    expect(run?.suspensions).toEqual([{ from: at('2026-04-13 10:30'), to: at('2026-04-14 10:00'), reason: '申请等待审批', approvedBy: '' }])
  })

  it('a request made too late keeps nothing back, nor does one for a rework keep back the first deadline', () => {
    expect(indexOf(caseOf(...dispatched(), happens('requested', DUE + 1))).judgeAt).toBe(DUE)
    expect(indexOf(caseOf(...dispatched(), happens('requested', DUE))).judgeAt).toBeNull()
    const rework = [...dispatched(), happens('answered', DUE + 1), happens('verificationFailed', '2026-04-14 09:00'), happens('requested', '2026-04-14 09:10')]
    expect(indexOf(caseOf(...rework)).judgeAt).toBe(DUE)
  })

  it('a deadline that reaches into a year without a calendar is not guessed: it has not passed while the year has not begun', () => {
    const late = caseOf(...reported(), happens('dispatched', '2027-12-30 09:00', { limit: threeDays }))
    expect(indexOf(late)).toMatchObject({ dueAt: null, judgeAt: late.runs[0]!.startedAt, halfAt: null, fifthAt: null })
    expect(missedDeadlines(late, calendarOf, at('2027-12-31 23:59'))).toEqual({ ok: true, missed: [] })
    expect(missedDeadlines(late, calendarOf, at('2028-01-01 00:00'))).toEqual({ ok: false, code: 'CALENDAR_MISSING', year: 2028 })
    const answered = caseOf(...reported(), happens('dispatched', '2027-12-30 09:00', { limit: threeDays }), happens('answered', '2027-12-31 10:00'))
    expect([indexOf(answered).judgeAt, missedIn(answered, at('2028-06-01 09:00'))]).toEqual([null, []])
  })
})

describe('the deadlines a case has missed', () => {
  it.each([
    [DUE - 1, []],
    [DUE, []],
    [DUE + 1, [DUE]],
  ])('are strict: of an unanswered case at %i they are %p', (now, missed) => {
    expect(missedIn(caseOf(...dispatched()), now)).toEqual(missed)
    expect(missedIn(caseOf(...inspected()), now)).toEqual(missed)
  })

  it.each([
    [DUE - 1, []],
    [DUE, []],
    [DUE + 1, [DUE]],
  ])('are judged by the answer and by nothing later: answered at %i they are %p, years on', (instant, missed) => {
    expect(missedIn(answeredAt(instant), at('2027-12-01 09:00'))).toEqual(missed)
  })

  it('are those of each run, when the rework is late too', () => {
    const twice = caseOf(...dispatched(), happens('answered', DUE + 1), happens('verificationFailed', '2026-04-14 09:00'))
    expect(missedIn(twice, at('2026-04-15 09:00'))).toEqual([DUE, at('2026-04-14 11:00')])
  })

  it('stay missed when the case is given back afterwards, or sent to and fro', () => {
    const late = [...dispatched(), happens('returned', DUE + 1)]
    expect(missedIn(caseOf(...late), at('2026-04-20 09:00'))).toEqual([DUE])
    expect(indexOf(caseOf(...late))).toMatchObject({ judgeAt: DUE, lateFrom: DUE })
    expect(missedIn(caseOf(...dispatched(), happens('returned', DUE - 1)), at('2026-04-20 09:00'))).toEqual([])
  })

  it('are judged by the calendar and the hours of the day the run began, whatever is in force later', () => {
    const winter = buildCalendar(calendar.years, [{ from: '2024-01-01', periods: [{ start: '08:30', end: '10:00' }, { start: '13:30', end: '17:00' }] }])
    const calendarOf = ({ calendarVersion, editionId }: { calendarVersion: string; editionId: string }) => (calendarVersion === '2026.2' || editionId === 'plan-2' ? winter : calendar)
    const dueIn = (...events: readonly CaseEvent[]) => indexCase(caseOf(...events), calendarOf).dueAt
    expect(dueIn(...dispatched())).toBe(DUE)
    expect(dueIn(...reported(), happens('dispatched', '2026-04-13 09:00', { editionId: 'plan-2' }))).toBe(at('2026-04-13 14:30'))
    // The office has seen what it moves, and wants it so.
    expect(dueIn(...dispatched(), happens('relimited', '2026-04-13 09:30'))).toBe(at('2026-04-13 14:30'))
    // What has ended stays as it was.
    const rework = [...dispatched(), happens('answered', '2026-04-13 10:30'), happens('verificationFailed', '2026-04-13 13:30'), happens('relimited', '2026-04-13 13:40')]
    expect(caseOf(...rework).runs.map(({ calendarVersion }) => calendarVersion)).toEqual(['2026.1', '2026.2'])
    for (const state of ['answered', 'verified', 'closed', 'filed'] as const) expect(applyEvent(caseOf(...STORIES[state]), happens('relimited', '2026-05-01 09:00'))).toBeNull()
  })
})

import type { CaseEvent } from '../../../domain/case/events'
import { indexCase, missedDeadline } from '../../../domain/case/handling'
import { at, calendar, caseOf, dispatched, happens, indexOf, inspected, reported, threeDays } from '../support'
import { STORIES } from './stories'

const DUE = at('2026-04-13 11:00')
const answeredAt = (instant: number) => caseOf(...dispatched(), happens('answered', instant))

describe('the stored index of a case', () => {
  it('a case that is being handled has its deadline, its reminders, and a moment at which the clock judges it', () => {
    expect(indexOf(caseOf(...dispatched()))).toEqual({
      state: 'dispatched', origin: 'reported', estateId: 'east', categoryCode: '0201', filedAt: at('2026-04-13 08:50'),
      placeKind: 'spot', placeKey: 'spot:gate', openAs: 'case', lastCountedAt: at('2026-04-13 08:40'),
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

  it('a request made in time keeps the case from being judged until the office decides: its delay costs the estate nothing', () => {
    const asked = [...dispatched(), happens('requested', DUE)]
    const judged = (...events: readonly CaseEvent[]) => [indexOf(caseOf(...events)).judgeAt, missedDeadline(caseOf(...events), calendar, at('2026-04-13 15:30'))]
    expect(judged(...asked)).toEqual([null, { ok: true, dueAt: null }])
    expect(judged(...asked, happens('requestRefused', '2026-04-13 14:00'))).toEqual([DUE, { ok: true, dueAt: DUE }])
    // Granted: two hours more, which from 11:00 on end at 15:00.
    expect(judged(...asked, happens('extended', '2026-04-13 14:00'))).toEqual([at('2026-04-13 15:00'), { ok: true, dueAt: at('2026-04-13 15:00') }])
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
    const rework = [...dispatched(), happens('answered', DUE + 1), happens('verificationFailed', '2026-04-14 09:00'), happens('requested', '2026-04-14 09:10')]
    expect(indexOf(caseOf(...rework)).judgeAt).toBe(DUE)
  })

  it('a deadline that reaches into a year without a calendar is refused, not guessed', () => {
    const late = caseOf(...reported(), happens('dispatched', '2027-12-30 09:00', { limit: threeDays }))
    expect(indexCase(late, calendar)).toEqual({ ok: false, code: 'CALENDAR_MISSING', year: 2028 })
    expect(missedDeadline(late, calendar, at('2027-12-31 09:00'))).toEqual({ ok: false, code: 'CALENDAR_MISSING', year: 2028 })
  })
})

describe('the deadline a case has missed', () => {
  it.each([
    [DUE - 1, null],
    [DUE, null],
    [DUE + 1, DUE],
  ])('is strict: of an unanswered case at %i it is %p', (now, dueAt) => {
    expect(missedDeadline(caseOf(...dispatched()), calendar, now)).toEqual({ ok: true, dueAt })
    expect(missedDeadline(caseOf(...inspected()), calendar, now)).toEqual({ ok: true, dueAt })
  })

  it.each([
    [DUE - 1, null],
    [DUE, null],
    [DUE + 1, DUE],
  ])('is judged by the answer and by nothing later: answered at %i it is %p, years on', (instant, dueAt) => {
    expect(missedDeadline(answeredAt(instant), calendar, at('2027-12-01 09:00'))).toEqual({ ok: true, dueAt })
  })

  it('is the first one missed, when the rework is late too', () => {
    const twice = caseOf(...dispatched(), happens('answered', DUE + 1), happens('verificationFailed', '2026-04-14 09:00'))
    expect(missedDeadline(twice, calendar, at('2026-04-15 09:00'))).toEqual({ ok: true, dueAt: DUE })
  })
})

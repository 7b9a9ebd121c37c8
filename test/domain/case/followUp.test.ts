import { askAgainAt, followUpUntil, isFollowUpOver, mayFollowUp, silentReports, weighWord, wordOf } from '../../../domain/case/followUp'
import type { CaseEvent } from '../../../domain/case/events'
import { at, caseOf, dispatched, happens, indexOf } from '../support'
import { STORIES } from './stories'

const DAY = 86_400_000
const ANSWERED = at('2026-04-13 10:30')
const answered: readonly CaseEvent[] = [...dispatched(), happens('joined', '2026-04-13 09:30', { reportId: 'report-2' }), happens('answered', ANSWERED)]
const fixed = (reportId = 'report-1') => happens('confirmedFixed', '2026-04-13 11:00', { reportId })
const unfixed = (reportId = 'report-1') => happens('reportedUnfixed', '2026-04-13 11:00', { reportId })
const verified = happens('verified', '2026-04-13 14:00', { method: 'onSite' })
const CLOSED = at('2026-04-13 15:00')
const closed = happens('closed', CLOSED)
const again: readonly CaseEvent[] = [happens('reworked', '2026-04-13 11:00', { role: 'clock' }), happens('answered', '2026-04-14 10:00')]

describe('the word of a reporter', () => {
  it('is each reporter’s own, the last one said, and about the newest answer only', () => {
    expect(wordOf(caseOf(...answered), 'report-1')).toBeNull()
    const both = caseOf(...answered, fixed(), unfixed('report-2'))
    expect([wordOf(both, 'report-1'), wordOf(both, 'report-2'), wordOf(both, 'report-3')]).toEqual(['fixed', 'unfixed', null])
    expect(wordOf(caseOf(...answered, fixed(), unfixed()), 'report-1')).toBe('unfixed')
    expect(wordOf(caseOf(...answered, unfixed(), ...again), 'report-1')).toBeNull()
  })

  it.each<[string, string, boolean, readonly CaseEvent[]]>([
    ['fixed, for the first time', 'new', true, answered],
    ['fixed, again', 'said', true, [...answered, fixed()]],
    ['not fixed, for the first time', 'new', false, answered],
    ['not fixed, after having said fixed', 'new', false, [...answered, fixed()]],
    ['not fixed, after a neighbour said so', 'new', false, [...answered, unfixed('report-2')]],
    ['not fixed, again', 'said', false, [...answered, unfixed()]],
    ['not fixed, again, after somebody went and found it fixed', 'settled', false, [...answered, unfixed(), verified]],
    ['not fixed, again, after somebody went, with a "fixed" in between', 'settled', false, [...answered, unfixed(), verified, fixed()]],
    ['fixed, after somebody went and found it fixed', 'new', true, [...answered, unfixed(), verified]],
    ['not fixed, of one who was silent until somebody went', 'new', false, [...answered, unfixed('report-2'), verified]],
    ['not fixed, about the next answer', 'new', false, [...answered, unfixed(), ...again]],
  ])('%s, is %s', (_, outcome, isFixed, events) => {
    expect(weighWord(caseOf(...events), { reportId: 'report-1', fixed: isFixed }, CLOSED)).toBe(outcome)
  })

  it.each([
    [30 * DAY - 1, false],
    [30 * DAY, false],
    [30 * DAY + 1, true],
  ])('is taken for thirty days after the closing: %i ms after it, too late is %p', (after, over) => {
    const case_ = caseOf(...answered, verified, closed)
    expect(followUpUntil(case_)).toBe(CLOSED + 30 * DAY)
    expect(isFollowUpOver(case_, CLOSED + after)).toBe(over)
    expect(mayFollowUp(case_, 'report-1', CLOSED + after)).toBe(!over)
    for (const isFixed of [true, false]) expect(weighWord(case_, { reportId: 'report-1', fixed: isFixed }, CLOSED + after) === 'over').toBe(over)
  })

  it('has no end while the case is not closed', () => {
    expect(followUpUntil(caseOf(...answered))).toBeNull()
    expect(isFollowUpOver(caseOf(...answered), ANSWERED + 400 * DAY)).toBe(false)
  })

  it('is open from the answer on, to who has not said "not fixed"', () => {
    const open = Object.entries(STORIES).filter(([, events]) => mayFollowUp(caseOf(...events), 'report-9', CLOSED)).map(([state]) => state)
    expect(open).toEqual(['answered', 'verified', 'closed'])
    expect(mayFollowUp(caseOf(...answered, fixed()), 'report-1', CLOSED)).toBe(true)
    expect(mayFollowUp(caseOf(...answered, unfixed(), verified), 'report-1', CLOSED)).toBe(false)
  })
})

describe('asking once more', () => {
  it('is due seven days after the newest answer, while somebody is silent', () => {
    expect(askAgainAt(caseOf(...answered))).toBe(ANSWERED + 7 * DAY)
    expect(askAgainAt(caseOf(...answered, fixed()))).toBe(ANSWERED + 7 * DAY)
    expect(silentReports(caseOf(...answered, fixed())).map(({ reportId }) => reportId)).toEqual(['report-2'])
    expect(askAgainAt(caseOf(...answered, fixed(), fixed('report-2')))).toBeNull()
    expect(askAgainAt(caseOf(...answered, verified, closed))).toBe(ANSWERED + 7 * DAY)
    expect(askAgainAt(caseOf(...answered, unfixed(), ...again))).toBe(at('2026-04-14 10:00') + 7 * DAY)
  })

  it('is due in no other state, and stands in the index', () => {
    const due = Object.entries(STORIES).filter(([, events]) => indexOf(caseOf(...events)).askAgainAt !== null).map(([state]) => state)
    expect(due).toEqual(['answered', 'verified', 'closed'])
  })
})

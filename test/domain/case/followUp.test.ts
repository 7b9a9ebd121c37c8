import { askAgainAt, followUpUntil, isFollowUpOver, mayFollowUp, weighWord, wordAfter, wordOf, type ReporterWord } from '../../../domain/case/followUp'
import type { CaseEvent } from '../../../domain/case/events'
import { at, caseOf, dispatched, happens, indexOf } from '../support'
import { STORIES } from './stories'

const DAY = 86_400_000
const ANSWERED = at('2026-04-13 10:30')
const answered: readonly CaseEvent[] = [...dispatched(), happens('answered', ANSWERED)]
const unfixed = happens('reportedUnfixed', '2026-04-13 11:00')
const verified = happens('verified', '2026-04-13 14:00', { method: 'onSite' })
const CLOSED = at('2026-04-13 15:00')
const closed = happens('closed', CLOSED)
const again: readonly CaseEvent[] = [happens('reworked', '2026-04-13 11:00', { role: 'clock' }), happens('answered', '2026-04-14 10:00')]
/** What one reporter has said about the first answer, in order. */
const said = (...words: readonly boolean[]): ReporterWord | null => words.reduce<ReporterWord | null>((word, fixed) => wordAfter(caseOf(...answered), word, fixed), null)

describe('the word of a reporter', () => {
  it('is the last one said, and about the newest answer only', () => {
    const first = caseOf(...answered)
    expect([wordOf(first, null), wordOf(first, said(true)), wordOf(first, said(true, false)), wordOf(first, said(false, true))]).toEqual([null, 'fixed', 'unfixed', 'fixed'])
    expect(wordOf(caseOf(...answered, unfixed, happens('reworked', '2026-04-13 11:00', { role: 'clock' })), said(false))).toBe('unfixed')
    const second = caseOf(...answered, unfixed, ...again)
    expect(wordOf(second, said(false))).toBeNull()
    expect([wordAfter(second, said(false), true), wordAfter(first, said(false), true)].map(({ answer, contradicted }) => [answer, contradicted])).toEqual([[2, false], [1, true]])
  })

  it.each<[string, string, boolean, readonly boolean[], readonly CaseEvent[]]>([
    ['fixed, for the first time', 'new', true, [], answered],
    ['fixed, again', 'said', true, [true], answered],
    ['not fixed, for the first time', 'new', false, [], answered],
    ['not fixed, after having said fixed', 'new', false, [true], answered],
    ['not fixed, after a neighbour said so', 'new', false, [], [...answered, unfixed]],
    ['not fixed, again', 'said', false, [false], [...answered, unfixed]],
    ['not fixed, again, after somebody went and found it fixed', 'settled', false, [false], [...answered, unfixed, verified]],
    ['not fixed, again, after somebody went, with a "fixed" in between', 'settled', false, [false, true], [...answered, unfixed, verified]],
    ['fixed, after somebody went and found it fixed', 'new', true, [false], [...answered, unfixed, verified]],
    ['not fixed, of one who was silent until somebody went', 'new', false, [], [...answered, unfixed, verified]],
    ['not fixed, about the next answer', 'new', false, [false], [...answered, unfixed, ...again]],
  ])('%s, is %s', (_, outcome, isFixed, words, events) => {
    expect(weighWord(caseOf(...events), said(...words), isFixed, CLOSED)).toBe(outcome)
  })

  it.each([
    [30 * DAY - 1, false],
    [30 * DAY, false],
    [30 * DAY + 1, true],
  ])('is taken for thirty days after the closing: %i ms after it, too late is %p', (after, over) => {
    const case_ = caseOf(...answered, verified, closed)
    expect(followUpUntil(case_)).toBe(CLOSED + 30 * DAY)
    expect(isFollowUpOver(case_, CLOSED + after)).toBe(over)
    expect(mayFollowUp(case_, null, CLOSED + after)).toBe(!over)
    for (const isFixed of [true, false]) expect(weighWord(case_, null, isFixed, CLOSED + after) === 'over').toBe(over)
  })

  it('has no end while the case is not closed', () => {
    expect(followUpUntil(caseOf(...answered))).toBeNull()
    expect(isFollowUpOver(caseOf(...answered), ANSWERED + 400 * DAY)).toBe(false)
  })

  it('is open from the answer on, to who has not said "not fixed"', () => {
    const open = Object.entries(STORIES).filter(([, events]) => mayFollowUp(caseOf(...events), null, CLOSED)).map(([state]) => state)
    expect(open).toEqual(['answered', 'verified', 'closed'])
    expect(mayFollowUp(caseOf(...answered), said(true), CLOSED)).toBe(true)
    expect(mayFollowUp(caseOf(...answered, unfixed, verified), said(false), CLOSED)).toBe(false)
  })
})

describe('asking once more', () => {
  it('is due seven days after the newest answer', () => {
    expect(askAgainAt(caseOf(...dispatched()))).toBeNull()
    expect(askAgainAt(caseOf(...answered))).toBe(ANSWERED + 7 * DAY)
    expect(askAgainAt(caseOf(...answered, verified, closed))).toBe(ANSWERED + 7 * DAY)
    expect(askAgainAt(caseOf(...answered, unfixed, ...again))).toBe(at('2026-04-14 10:00') + 7 * DAY)
  })

  it('is due in no other state, and stands in the index', () => {
    const due = Object.entries(STORIES).filter(([, events]) => indexOf(caseOf(...events)).askAgainAt !== null).map(([state]) => state)
    expect(due).toEqual(['answered', 'verified', 'closed'])
  })
})

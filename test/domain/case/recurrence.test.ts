import { countReports, countsByItself, findingsOfCount, findingsOfMonth, isNearProblem, isOpen, isSameProblem, type Problem } from '../../../domain/case/recurrence'
import type { CaseState } from '../../../domain/case/caseState'
import type { CaseEvent } from '../../../domain/case/events'
import { CASE_STATES } from '../../../domain/case/transitions'
import type { FindingKind } from '../../../domain/rulebook/edition'
import { builtInEdition } from '../../../domain/rulebook/builtIn'
import { withDecisions } from '../../../domain/rulebook/withDecisions'
import { at, calendarOf, caseOf, dispatched, happens, indexOf, inspected, reported } from '../support'
import { STORIES } from './stories'

const DUE = at('2026-04-13 11:00')
const problem = { estateId: 'east', categoryCode: '0201', place: { spotId: 'gate' } }
const reportedAt = (instant: number) => caseOf(happens('submitted', instant), happens('filed', instant + 60_000))

describe('the same problem', () => {
  it('is the same estate, the same item and the same place, and nothing less', () => {
    const case_ = caseOf(...dispatched())
    expect(isSameProblem(case_, problem)).toBe(true)
    expect(isSameProblem(case_, { ...problem, estateId: 'west' })).toBe(false)
    expect(isSameProblem(case_, { ...problem, categoryCode: '0202' })).toBe(false)
    expect(isSameProblem(case_, { ...problem, place: { spotId: 'garden' } })).toBe(false)
  })

  it('is not known of a case that nobody has classified', () => {
    expect(isSameProblem(caseOf(happens('submitted', '2026-04-13 08:40', { categoryCode: null })), problem)).toBe(false)
  })

  it('is open until the case is withdrawn, refused or closed', () => {
    expect(CASE_STATES.filter((state) => !isOpen(caseOf(...STORIES[state])))).toEqual(['withdrawn', 'refused', 'closed'])
  })
})

describe('a problem that may be the same, in the eyes of a person', () => {
  const inWords = { detail: '大门左侧' }
  const case_ = caseOf(...dispatched())
  const unsure = caseOf(happens('submitted', '2026-04-13 08:40', { categoryCode: null }))
  type Asked = Omit<Problem, 'categoryCode'> & { categoryCode: string | null }

  it.each<[string, typeof case_, Asked, boolean]>([
    ['the same item, told in words only', case_, { ...problem, place: inWords }, true],
    ['the same item at another spot', case_, { ...problem, place: { spotId: 'garden' } }, false],
    ['another item, told in words only', case_, { ...problem, categoryCode: '0202', place: inWords }, false],
    ['another item at the same spot', case_, { ...problem, categoryCode: '0202' }, false],
    ['the same item in another estate', case_, { ...problem, estateId: 'west', place: inWords }, false],
    ['an unknown item at the same spot', case_, { ...problem, categoryCode: null }, true],
    ['an unknown item at another spot', case_, { ...problem, categoryCode: null, place: { spotId: 'garden' } }, false],
    ['an unknown item, told in words only', case_, { ...problem, categoryCode: null, place: inWords }, false],
    ['a known item where the case has none yet', unsure, problem, true],
    ['what is the same by the rule', case_, problem, false],
  ])('%s', (_, known, asked, isNear) => expect(isNearProblem(known, asked)).toBe(isNear))
})

describe('a report that joins an open case counts by itself', () => {
  const counts = (now: number, ...events: readonly CaseEvent[]) => countsByItself(caseOf(...events), calendarOf, now)

  it.each([
    ['within the handling limit', DUE - 1, false],
    ['at the deadline', DUE, false],
    ['once the deadline has passed', DUE + 1, true],
  ])('%s: %p %p', (_, now, by) => {
    expect(counts(now, ...dispatched())).toBe(by)
  })

  it.each(['submitted', 'filed', 'returned'] as const)('not while the case is %s and waits for the office, however long', (state) => {
    expect(counts(at('2026-04-19 12:00'), ...STORIES[state])).toBe(false)
  })

  it('not while a request made in time waits for the office', () => {
    expect(counts(at('2026-04-19 12:00'), ...dispatched(), happens('requested', '2026-04-13 10:00'))).toBe(false)
  })

  it('not while the case is suspended, and once the deadline that the suspension has moved has passed, though the clock slept', () => {
    const { dueAt } = indexOf(caseOf(...STORIES.suspended))
    expect([counts(dueAt!, ...STORIES.suspended), counts(dueAt! + 1, ...STORIES.suspended)]).toEqual([false, true])
  })

  it.each<[string, readonly CaseEvent[]]>([
    ['answered in time', [happens('answered', '2026-04-13 09:30')]],
    ['answered late', [happens('answered', DUE + 1)]],
    ['verified', [happens('answered', '2026-04-13 09:30'), happens('verified', '2026-04-13 09:40')]],
    ['reopened', [happens('answered', '2026-04-13 09:30'), happens('reportedUnfixed', '2026-04-13 09:40')]],
    ['closed', [happens('answered', '2026-04-13 09:30'), happens('verified', '2026-04-13 09:40'), happens('closed', '2026-04-13 09:50')]],
  ])('by the deadline alone, where the case is %s: how quick the office is moves no point', (_, events) => {
    expect([counts(DUE, ...dispatched(), ...events), counts(DUE + 1, ...dispatched(), ...events)]).toEqual([false, true])
  })

  it('not within the limit of a rework, although the first answer was late', () => {
    const rework = [...dispatched(), happens('answered', DUE + 1), happens('verificationFailed', '2026-04-14 09:00')]
    expect(counts(at('2026-04-14 11:00'), ...rework)).toBe(false)
    expect(counts(at('2026-04-14 11:00') + 1, ...rework)).toBe(true)
  })
})

/** A further case of the problem, reported at that time and filed and dispatched a day later. */
const anotherCase = (when: string) => caseOf(happens('submitted', when, { reportId: `report ${when}` }), happens('filed', at(when) + 86_400_000), happens('dispatched', at(when) + 86_400_000))

describe('the reports of a month', () => {
  it.each([
    ['the last millisecond of March', at('2026-04-01 00:00') - 1, 0],
    ['the first instant of April', at('2026-04-01 00:00'), 1],
    ['the last millisecond of April', at('2026-05-01 00:00') - 1, 1],
    ['the first instant of May', at('2026-05-01 00:00'), 0],
  ])('are those of the Beijing month: one made in %s', (_, instant, count) => {
    expect(countReports([reportedAt(instant)], problem, calendarOf, at('2026-04-15 12:00'))).toBe(count)
  })

  it('are counted over all cases of the problem, closed ones too, and no others', () => {
    const joined = caseOf(...dispatched(), happens('joined', '2026-04-13 10:00', { counted: false }), happens('joined', '2026-04-13 12:00', { counted: true }))
    const elsewhere = caseOf(...dispatched({ estateId: 'west' }), happens('redirected', '2026-04-13 10:00', { estateId: 'north' }))
    expect(countReports([joined, elsewhere, anotherCase('2026-04-14 09:00')], problem, calendarOf, at('2026-04-20 12:00'))).toBe(3)
  })

  it('that come until the deadline of a case of the problem are one with it, though they made a case of their own: filed by then or not, answered or closed', () => {
    const first = [...dispatched(), happens('answered', '2026-04-13 09:30'), happens('verified', '2026-04-13 09:40'), happens('closed', '2026-04-13 09:50')]
    const counted = (...others: readonly CaseState[]) => countReports([caseOf(...first), ...others], problem, calendarOf, at('2026-04-20 12:00'))
    expect(counted(anotherCase('2026-04-13 10:00'), anotherCase('2026-04-13 11:00'))).toBe(1)
    expect(counted(anotherCase('2026-04-13 11:01'))).toBe(2)
    // Two neighbours in the same instant, before the office has filed either.
    expect(counted(caseOf(...reported({ reportId: 'report-9' })))).toBe(1)
  })

  it.each(['submitted', 'withdrawn', 'refused'] as const)('leave out a case that is %s: it was never filed', (state) => {
    expect(countReports([caseOf(...STORIES[state])], problem, calendarOf, at('2026-04-20 12:00'))).toBe(0)
  })

  it('leave out inspections, but not a report that joined one and counts', () => {
    expect(countReports([caseOf(...inspected())], problem, calendarOf, at('2026-04-20 12:00'))).toBe(0)
    expect(countReports([caseOf(...inspected(), happens('joined', '2026-04-13 12:00', { counted: true }))], problem, calendarOf, at('2026-04-20 12:00'))).toBe(1)
  })
})

describe('recurrent and key problems', () => {
  const replaced = withDecisions(builtInEdition, { keyAndRecurrent: 'keyReplacesRecurrent' })

  it.each<[number, readonly FindingKind[], readonly FindingKind[]]>([
    [1, [], []],
    [2, [], []],
    [3, ['recurrent'], ['recurrent']],
    [4, ['recurrent', 'keyProblem'], ['keyProblem']],
    [5, ['recurrent', 'keyProblem'], ['keyProblem']],
  ])('report number %i of the month makes %p; where key replaces recurrent, %p', (count, both, key) => {
    expect(findingsOfCount(builtInEdition, count, [])).toEqual(both)
    expect(findingsOfCount(replaced, count, [])).toEqual(key)
  })

  it('are proposed once in a month', () => {
    expect(findingsOfCount(builtInEdition, 3, ['recurrent'])).toEqual([])
    expect(findingsOfCount(builtInEdition, 4, ['recurrent'])).toEqual(['keyProblem'])
    expect(findingsOfCount(builtInEdition, 5, ['recurrent', 'keyProblem'])).toEqual([])
    expect(findingsOfCount(builtInEdition, 3, ['overdue', 'shirked'])).toEqual(['recurrent'])
    expect(findingsOfCount(replaced, 5, ['keyProblem'])).toEqual([])
  })

  it('are remembered by the month of their fact, dropped ones too', () => {
    const found = (factAt: number) => caseOf(...dispatched(), happens('findingProposed', '2026-05-02 09:00', { finding: 'recurrent', factAt }), happens('findingDropped', '2026-05-02 10:00', { finding: 'recurrent' }))
    const edge = at('2026-05-01 00:00')
    expect(findingsOfMonth([found(edge - 1)], problem, at('2026-04-15 12:00'))).toEqual(['recurrent'])
    expect(findingsOfMonth([found(edge)], problem, at('2026-04-15 12:00'))).toEqual([])
    expect(findingsOfMonth([found(edge - 1)], { ...problem, estateId: 'west' }, at('2026-04-15 12:00'))).toEqual([])
  })
})

describe('the index of what counts', () => {
  const joined = (when: string) => happens('joined', when, { counted: true })
  const found = (when: string) => happens('findingProposed', when, { finding: 'recurrent', factAt: at(when) })
  const NOBODY_KNOWS = Number.MAX_SAFE_INTEGER
  it.each<[string, readonly CaseEvent[], number | null]>([
    ['a report that nobody has filed', STORIES.submitted, null],
    ['one that was refused', STORIES.refused, null],
    ['a filed case, which excuses every report until it is dispatched', STORIES.filed, NOBODY_KNOWS],
    ['a case that waits for the office', STORIES.returned, NOBODY_KNOWS],
    ['a case that was closed', STORIES.closed, DUE],
    ['a problem that an inspection found', inspected(), DUE],
    ['one that a report joined and that counts', [...dispatched(), joined('2026-05-04 09:00')], at('2026-05-04 09:00')],
    ['one that a report joined within the limit', [...dispatched(), happens('joined', '2026-04-13 10:00', { counted: false })], DUE],
    ['one with a finding of a later month', [...STORIES.closed, found('2026-05-04 09:00')], at('2026-05-04 09:00')],
  ])('of %s says until when it counts or excuses, and so in which months nothing is to be found', (_, events, until) => {
    const case_ = caseOf(...events)
    const { countsUntil } = indexOf(case_)
    expect(countsUntil).toBe(until)
    for (const month of ['2026-04', '2026-05', '2026-06']) {
      const counts = countReports([case_], problem, calendarOf, at(`${month}-15 09:00`)) > 0 || findingsOfMonth([case_], problem, at(`${month}-15 09:00`)).length > 0
      if (counts) expect(countsUntil).toBeGreaterThanOrEqual(at(`${month}-01 00:00`))
    }
  })
})

import type { CaseEvent } from '../../../domain/case/events'
import { entriesOfCase } from '../../../domain/ledger/caseEntries'
import { builtInEdition } from '../../../domain/rulebook/builtIn'
import type { FindingKind } from '../../../domain/rulebook/edition'
import { withDecisions } from '../../../domain/rulebook/withDecisions'
import { at, calendarOf, caseOf, dispatched, happens, inspected } from '../support'

const DUE = at('2026-04-13 11:00')
const LATER = at('2026-12-01 09:00')
const answered = (instant: number) => happens('answered', instant)
const proposed = (finding: FindingKind, factAt = '2026-04-13 10:00') => happens('findingProposed', '2026-04-13 12:00', { finding, factAt: at(factAt) })
const confirmed = (finding: FindingKind) => happens('findingConfirmed', '2026-04-13 13:00', { finding })

const made = (events: readonly CaseEvent[], now: number, edition = builtInEdition) =>
  entriesOfCase({ id: 'case-1', townId: 'town', case_: caseOf(...events) }, { editionOf: () => edition, calendarOf }, now)
function entries(...given: Parameters<typeof made>) {
  const result = made(...given)
  if (!result.ok) throw new Error(result.code)
  return result.entries
}
const short = (...given: Parameters<typeof made>) => entries(...given).map(({ _id, estateId, points }) => `${_id} ${estateId} ${points}`)

describe('a problem that an inspection found', () => {
  it('costs its estate one point, whole and dated by the finding', () => {
    expect(entries(inspected(), DUE)).toEqual([
      {
        _id: 'case:case-1:inspected', townId: 'town', estateId: 'east', month: '2026-04', sheet: 'longTerm', rule: 'inspected', editionId: 'plan-1', points: -100,
        basis: { kind: 'case', id: 'case-1' }, factAt: at('2026-04-13 08:50'), by: 'clock', note: '检查问题',
      },
    ])
  })

  it.each([
    ['rectified at the deadline', DUE, ['case:case-1:inspected east -100']],
    ['rectified a millisecond late', DUE + 1, ['case:case-1:inspected east -100', 'doubled:case-1 east -100']],
  ])('%s costs this', (_, instant, expected) => {
    expect(short([...inspected(), answered(instant)], LATER)).toEqual(expected)
  })

  it('is doubled and never tripled: late, late again, and asked about every day for a year', () => {
    const events = [...inspected(), answered(DUE + 1), happens('verificationFailed', '2026-04-14 09:00'), happens('answered', '2026-04-20 09:00'), happens('reportedUnfixed', '2026-04-21 09:00'), happens('reworked', '2026-04-21 09:30')]
    const first = entries(events, at('2026-04-21 10:00'))
    expect(first.map(({ _id, points, factAt }) => ({ _id, points, factAt }))).toEqual([
      { _id: 'case:case-1:inspected', points: -100, factAt: at('2026-04-13 08:50') },
      { _id: 'doubled:case-1', points: -100, factAt: DUE },
    ])
    for (let day = 1; day <= 365; day += 1) expect(entries(events, at('2026-04-21 10:00') + day * 86_400_000)).toEqual(first)
  })

  it('is doubled, once, when its answer was in time and only said so, however often that is found on site', () => {
    const events: CaseEvent[] = [...inspected()]
    for (let day = 14; day < 23; day += 1) events.push(happens('answered', `2026-04-${day - 1} 09:30`), happens('verificationFailed', `2026-04-${day} 08:40`))
    expect(short(events, LATER)).toEqual(['case:case-1:inspected east -100', 'doubled:case-1 east -100'])
    expect(entries(events, LATER)[1]?.factAt).toBe(at('2026-04-14 08:40'))
    // Who only looked at the photos has not been there.
    expect(short([...inspected(), answered(DUE), happens('verificationFailed', '2026-04-14 08:40', { method: 'photos' }), happens('answered', '2026-04-14 09:00')], LATER)).toEqual(['case:case-1:inspected east -100'])
  })

  it('owes, of findings, those that residents make who report it again and again: whatever else failed is its doubling', () => {
    const kinds = ['recurrent', 'keyProblem', 'shirked', 'failedVerification'] as const
    expect(short([...inspected(), ...kinds.flatMap((kind) => [proposed(kind), confirmed(kind)])], DUE)).toEqual(['case:case-1:inspected east -100', 'case:case-1:recurrent east -200', 'case:case-1:keyProblem east -200'])
  })
})

describe('a reported case', () => {
  it.each<[string, readonly CaseEvent[], number]>([
    ['by being reported', [happens('submitted', '2026-04-13 08:40')], LATER],
    ['while it is handled within its limit', dispatched(), DUE],
    ['answered at the deadline', [...dispatched(), answered(DUE)], LATER],
    ['by being refused', [happens('submitted', '2026-04-13 08:40'), happens('refused', '2026-04-13 08:50')], LATER],
    ['by a finding that only waits for the office', [...dispatched(), answered(DUE), proposed('shirked'), proposed('recurrent')], LATER],
    ['by a finding that the office dropped', [...dispatched(), answered(DUE), proposed('shirked'), happens('findingDropped', '2026-04-13 13:00', { finding: 'shirked' })], LATER],
  ])('costs nothing %s', (_, events, now) => {
    expect(entries(events, now)).toEqual([])
  })

  it('costs two points when overdue, dated by the deadline, however late the clock comes by', () => {
    const overdue = (events: readonly CaseEvent[], now: number) => entries(events, now).map(({ _id, points, factAt, month, rule }) => ({ _id, points, factAt, month, rule }))
    const expected = [{ _id: 'case:case-1:overdue', points: -200, factAt: DUE, month: '2026-04', rule: 'overdue' }]
    expect(overdue(dispatched(), DUE + 1)).toEqual(expected)
    expect(overdue(dispatched(), LATER)).toEqual(expected)
    expect(overdue([...dispatched(), answered(DUE + 1)], LATER)).toEqual(expected)
    expect(overdue([...dispatched(), answered(DUE + 1), happens('verificationFailed', '2026-04-14 09:00')], LATER)).toEqual(expected)
  })

  it.each<FindingKind>(['shirked', 'recurrent', 'failedVerification', 'keyProblem'])('costs two points for being %s once the office confirms it, dated by the fact', (kind) => {
    const [entry, ...others] = entries([...dispatched(), answered(DUE), proposed(kind, '2026-03-31 10:00'), confirmed(kind)], LATER)
    expect(entry).toMatchObject({ _id: `case:case-1:${kind}`, rule: kind, points: -200, month: '2026-03', factAt: at('2026-03-31 10:00'), by: 'inspector-1' })
    expect(others).toEqual([])
  })

  it('costs each kind of finding once, although it was proposed and confirmed again and the clock found it too', () => {
    const events = [...dispatched(), answered(DUE + 1)]
    for (const kind of ['failedVerification', 'shirked', 'failedVerification', 'overdue'] as const) events.push(proposed(kind), confirmed(kind))
    expect(short(events, LATER)).toEqual(['case:case-1:overdue east -200', 'case:case-1:failedVerification east -200', 'case:case-1:shirked east -200'])
  })

  it('costs a city and a district case the same two points, and a town case what decision D3 says', () => {
    const cost = (level: 'city' | 'district' | 'town', edition = builtInEdition) => entries(dispatched({ level }), LATER, edition).map(({ points }) => points)
    expect([cost('city'), cost('district'), cost('town')]).toEqual([[-200], [-200], [-200]])
    expect(cost('town', withDecisions(builtInEdition, { townFindingPoints: 50 }))).toEqual([-50])
    expect(cost('town', withDecisions(builtInEdition, { townFindingPoints: 0 }))).toEqual([])
  })

  it('is refused while nobody has decided what a town finding costs, but only once there is one', () => {
    const undecided = withDecisions(builtInEdition, { townFindingPoints: 'undecided' })
    expect(made(dispatched({ level: 'town' }), LATER, undecided)).toEqual({ ok: false, code: 'RULE_UNDECIDED', rule: 'overdue' })
    expect(made([...dispatched({ level: 'town' }), answered(DUE), proposed('shirked'), confirmed('shirked')], LATER, undecided)).toEqual({ ok: false, code: 'RULE_UNDECIDED', rule: 'shirked' })
    expect(made(dispatched({ level: 'town' }), DUE, undecided)).toEqual({ ok: true, entries: [] })
    expect(made(dispatched({ level: 'city' }), LATER, undecided)).toMatchObject({ ok: true })
  })

  it('costs a point by being filed only where decision D9 says so', () => {
    const costly = withDecisions(builtInEdition, { filedReportPoints: 100 })
    expect(short(dispatched(), DUE, costly)).toEqual(['case:case-1:filed east -100'])
    expect(short([happens('submitted', '2026-04-13 08:40')], DUE, costly)).toEqual([])
    expect(short(inspected(), DUE, costly)).toEqual(['case:case-1:inspected east -100'])
  })
})

describe('a case that was sent on to another estate', () => {
  const redirected = happens('redirected', '2026-04-13 10:00')

  it('has its own causes there, by its own deadline', () => {
    const [overdue] = entries([...dispatched(), redirected], LATER)
    // 10:00 and two working hours: 11:30, then half an hour after lunch.
    expect(overdue).toMatchObject({ _id: 'case:case-1@west:overdue', estateId: 'west', factAt: at('2026-04-13 14:00') })
    expect(short([...inspected(), redirected], LATER)).toContain('doubled:case-1@west west -100')
    expect(short([...dispatched(), redirected, answered(at('2026-04-13 10:30')), proposed('shirked'), confirmed('shirked')], LATER)).toEqual(['case:case-1@west:shirked west -200'])
  })

  it('leaves what the first estate is guilty of with the first estate, under the same cause as before', () => {
    const shirked = [...dispatched(), proposed('shirked'), confirmed('shirked')]
    const before = short(shirked, DUE)
    expect(before).toEqual(['case:case-1:shirked east -200'])
    const moved = happens('redirected', '2026-04-13 10:30')
    expect(short([...shirked, moved], at('2026-04-13 13:40'))).toEqual(before)
    expect(short([...shirked, moved, proposed('shirked'), confirmed('shirked')], at('2026-04-13 13:40'))).toEqual([...before, 'case:case-1@west:shirked west -200'])
  })
})

describe('a case that both estates were late with', () => {
  const late = [...dispatched(), answered(DUE + 1), happens('verificationFailed', '2026-04-14 09:00')]
  const sentOn = [...late, happens('redirected', '2026-04-14 09:10')]
  const inMinutes = [...sentOn, happens('answered', '2026-04-14 09:20')]

  it('costs the first its own two points, dated by its own deadline, and the second nothing that answers in minutes', () => {
    const own = ['case:case-1:overdue east -200']
    expect(short(inMinutes, LATER)).toEqual(own)
    expect(entries(inMinutes, LATER)[0]?.factAt).toBe(DUE)
    // Whether the clock came round before the redirect or after it.
    expect(short(late, at('2026-04-14 09:05'))).toEqual(own)
    expect(short([...dispatched(), happens('redirected', '2026-04-13 14:00'), happens('answered', '2026-04-13 14:10')], LATER)).toEqual(own)
    // And after a resident's "not fixed".
    expect(short([...dispatched(), answered(DUE + 1), happens('reportedUnfixed', '2026-04-14 08:40'), happens('reworked', '2026-04-14 08:40', { role: 'clock' }), happens('redirected', '2026-04-14 09:00'), happens('answered', '2026-04-14 09:20')], LATER)).toEqual(own)
  })

  it('costs each its own when the second is late as well', () => {
    expect(short(sentOn, LATER)).toEqual(['case:case-1:overdue east -200', 'case:case-1@west:overdue west -200'])
  })
})

describe('a run of handling', () => {
  it('is judged by the edition it began under, and the filing by its own', () => {
    const dearer = { ...withDecisions(builtInEdition, { townFindingPoints: 300 }), id: 'plan-2' }
    const editionOf = (id: string | null) => (id === 'plan-2' ? dearer : builtInEdition)
    const cost = (events: readonly CaseEvent[]) => {
      const result = entriesOfCase({ id: 'case-1', townId: 'town', case_: caseOf(...events) }, { editionOf, calendarOf }, LATER)
      return result.ok && result.entries.map(({ editionId, points }) => [editionId, points])
    }
    const filed = [happens('submitted', '2026-04-13 08:40', { level: 'town' }), happens('filed', '2026-04-13 08:50')]
    expect(cost([...filed, happens('dispatched', '2026-04-13 09:00')])).toEqual([['plan-1', -200]])
    expect(cost([...filed, happens('dispatched', '2026-04-13 09:00', { editionId: 'plan-2' })])).toEqual([['plan-2', -300]])
  })
})

describe('a problem that is reported again and again over two months', () => {
  it('costs each month its own points, and each once', () => {
    const december = [proposed('recurrent', '2026-04-20 10:00'), confirmed('recurrent')]
    const january = [proposed('recurrent', '2026-05-20 10:00'), confirmed('recurrent')]
    expect(short([...dispatched(), answered(DUE), ...december, ...january, ...january], LATER)).toEqual(['case:case-1:recurrent east -200', 'case:case-1:recurrent:2026-05 east -200'])
  })
})

describe('the month of an entry', () => {
  it.each([
    ['2026-04-30 17:29', '2026-04'],
    ['2026-04-30 17:30', '2026-04'],
    ['2026-05-01 00:00', '2026-05'],
  ])('is the Beijing month of the fact: found at %s, booked in %s', (when, month) => {
    expect(entries([happens('found', when)], LATER)[0]).toMatchObject({ month, factAt: at(when) })
  })

  it('turns at midnight in Beijing, to the millisecond', () => {
    const midnight = at('2026-05-01 00:00')
    expect(entries([happens('found', midnight - 1)], LATER)[0]?.month).toBe('2026-04')
    expect(entries([happens('found', midnight)], LATER)[0]?.month).toBe('2026-05')
  })

  it('is the month of the deadline, although the case was filed in the month before', () => {
    const overdue = entries([happens('submitted', '2026-04-30 16:00'), happens('filed', '2026-04-30 16:10'), happens('dispatched', '2026-04-30 16:30')], LATER)
    expect(overdue).toMatchObject([{ month: '2026-05', factAt: at('2026-05-06 09:30') }])
  })

  it('a case that takes a year without a calendar to judge is refused', () => {
    expect(made([happens('found', '2027-12-31 16:00'), happens('dispatched', '2027-12-31 17:00')], at('2028-01-04 09:00'))).toEqual({ ok: false, code: 'CALENDAR_MISSING', year: 2028 })
  })
})

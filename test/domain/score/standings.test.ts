import { builtInEdition } from '../../../domain/rulebook/builtIn'
import { withDecisions } from '../../../domain/rulebook/withDecisions'
import { roundFraction } from '../../../domain/score/fraction'
import { rankEstates, scoreEstate, type Satisfaction, type ScoreInput } from '../../../domain/score/standings'
import { board, entry, input, on, ranked } from './support'

const scoreOf = (estateId: string, given: ScoreInput) => scoreEstate(given, given.members.find((member) => member.estateId === estateId)!)

describe('the score of an estate', () => {
  it('is built from its own entries and nobody else’s', () => {
    const entries = [entry('east', -200), on('property', 'east', -500), on('property', 'east', 1_000), on('project', 'east', 300), entry('west', -1_000)]
    const score = scoreOf('east', input(['east', 'west'], entries, { satisfaction: { east: { satisfied: 9, answered: 10 } } }))
    expect(score).toMatchObject({ longTerm: { numerator: 9_800, denominator: 1 }, property: 10_500, bonus: 300, overdue: 1, deductions: 700, satisfaction: { satisfied: 9, answered: 10 } })
    // 0.6 · 98 + 0.4 · 105 + 3 = 103.8
    expect(roundFraction(score.composite)).toBe(10_380)
  })

  it('is restored by a reversal, and what was taken back counts neither as overdue nor as a deduction', () => {
    const late = entry('east', -200)
    const other = entry('east', -200)
    const reversal = entry('east', 200, { reverses: late._id })
    const untouched = scoreOf('east', input(['east'], [other]))
    expect(scoreOf('east', input(['east'], [late, other, reversal]))).toEqual(untouched)
    expect(scoreOf('east', input(['east'], [late, reversal]))).toEqual(scoreOf('east', input(['east'], [])))
  })

  it('counts only overdue cases as overdue, and only what takes points off as deductions', () => {
    const entries = [entry('east', -200), entry('east', -100, { rule: 'inspected' }), entry('east', -200, { rule: 'shirked' }), on('property', 'east', 200)]
    expect(scoreOf('east', input(['east'], entries))).toMatchObject({ overdue: 1, deductions: 500 })
  })
})

describe('estates of different months', () => {
  const members = [{ estateId: 'east', months: ['2026-01', '2026-02', '2026-03'], ofYear: ['2026-01', '2026-02', '2026-03'] }, { estateId: 'west', months: ['2026-03'], ofYear: ['2026-03'] }]
  const inMonth = (estateId: string, month: string, points: number) => entry(estateId, points, { month })

  it('are ranked by the means of their own months, exactly', () => {
    // East lost three points in three months, west one in its only month.
    const edition = withDecisions(builtInEdition, { tieBreaks: ['recordedDraw'] })
    const [east, west] = rankEstates({ ...input([], [inMonth('east', '2026-01', -300), inMonth('west', '2026-03', -100)], { edition }), members })
    expect([east?.rank, east?.longTerm, west?.rank, west?.longTerm]).toEqual([1, { numerator: 29_700, denominator: 3 }, 1, { numerator: 9_900, denominator: 1 }])
  })

  it('owe nothing for a month in which they did not belong', () => {
    const given = { ...input([], [inMonth('west', '2026-01', -5_000), on('property', 'west', -500)]), members }
    expect(scoreOf('west', given)).toMatchObject({ longTerm: { numerator: 10_000, denominator: 1 }, property: 10_000, overdue: 0, deductions: 0 })
  })
})

describe('the standings', () => {
  it('put the better composite first, and estates without an entry at 100 points', () => {
    expect(board(['east', 'west', 'north'], [entry('east', -200), on('project', 'west', 300)])).toBe('1 west, 2 north, 3 east')
    expect(ranked(['east', 'west'], [entry('east', -200)]).map(({ decidedBy }) => decidedBy)).toEqual([null, null])
  })

  it('see an exact tie where floats would see a difference', () => {
    // Three months that sum to 285 points with 92 for property, or to 287 with 91: 93.8 both times.
    expect(0.6 * (285 / 3) + 0.4 * 92).not.toBe(0.6 * (287 / 3) + 0.4 * 91)
    const entries = [entry('east', -1_500), on('property', 'east', -800), entry('west', -1_300), on('property', 'west', -900)]
    const even = withDecisions(builtInEdition, { tieBreaks: ['recordedDraw'] })
    const standings = ranked(['east', 'west'], entries, { edition: even, months: ['2026-04', '2026-05', '2026-06'] })
    expect(standings.map(({ rank, composite }) => [rank, roundFraction(composite)])).toEqual([[1, 9_380], [1, 9_380]])
  })

  it('see a difference that rounding would hide', () => {
    // A third of a centipoint, of which 60 %.
    const standings = ranked(['east', 'west'], [entry('east', -1)], { months: ['2026-04', '2026-05', '2026-06'] })
    expect(standings.map(({ rank, estateId }) => `${rank} ${estateId}`)).toEqual(['1 west', '2 east'])
    expect(standings.map(({ composite }) => roundFraction(composite))).toEqual([10_000, 10_000])
  })
})

describe('a tie', () => {
  const satisfied = (east: Satisfaction, west: Satisfaction) => ({ satisfaction: { east, west } })
  const [nine, nineOfMore, eight] = [{ satisfied: 9, answered: 10 }, { satisfied: 450, answered: 500 }, { satisfied: 8, answered: 10 }]
  /** Two points each: one overdue case, or an inspected problem that was doubled. */
  const overdue = [entry('east', -200), entry('west', -100, { rule: 'inspected' }), entry('west', -100, { rule: 'doubled' })]
  /** 100 points each: of east nothing was taken off; of west two points, and two given back for an activity. */
  const deductions = [on('property', 'west', -200), on('property', 'west', 200)]

  it.each<[string, string, string | null, Parameters<typeof board>[1], Parameters<typeof board>[2]]>([
    ['first by fewer overdue cases, against satisfaction and draw', '1 west, 2 east', 'fewerOverdue', overdue, { ...satisfied(nine, eight), draw: ['east', 'west'] }],
    ['then by higher satisfaction, against deductions and draw', '1 west, 2 east', 'higherSatisfaction', deductions, { ...satisfied(eight, nine), draw: ['east', 'west'] }],
    ['which an estate without a survey does not have', '1 west, 2 east', 'higherSatisfaction', deductions, { satisfaction: { west: eight } }],
    ['then by fewer deductions, against the draw', '1 east, 2 west', 'fewerDeductions', deductions, { draw: ['west', 'east'] }],
    ['also when the satisfaction is the same rate of different numbers', '1 east, 2 west', 'fewerDeductions', deductions, satisfied(nineOfMore, nine)],
    ['then by the recorded draw', '1 west, 2 east', 'recordedDraw', [], { draw: ['west', 'east'] }],
    ['and a draw among more estates', '1 west, 2 east', 'recordedDraw', [], { draw: ['west', 'north', 'east'] }],
    ['and by nothing else: without a draw they share the rank', '1 east, 1 west', null, [], {}],
    ['a draw in which one of them was not is no draw', '1 east, 1 west', null, [], { draw: ['west', 'north'] }],
  ])('is settled %s', (_, order, by, entries, changes) => {
    expect(board(['east', 'west'], entries, changes)).toBe(order)
    expect(board(['west', 'east'], entries, changes)).toBe(order)
    expect(ranked(['east', 'west'], entries, changes).map(({ decidedBy }) => decidedBy)).toEqual([null, by])
  })

  it('of a month is not settled by cases that were overdue in another month, nor by what was taken off then', () => {
    const earlier = [entry('east', -200, { month: '2026-03' }), entry('east', -300, { month: '2026-02', rule: 'shirked' })]
    expect(ranked(['east', 'west'], earlier, { ofYear: ['2026-02', '2026-03', '2026-04'] }).map(({ rank, overdue: late, deductions: off }) => [rank, late, off])).toEqual([[1, 0, 0], [1, 0, 0]])
    const cumulative = withDecisions(builtInEdition, { longTermPeriod: 'cumulative' })
    expect(ranked(['east', 'west'], earlier, { edition: cumulative, ofYear: ['2026-02', '2026-03', '2026-04'] }).map(({ rank, overdue: late }) => [rank, late])).toEqual([[1, 0], [2, 1]])
  })

  it('is settled in another order where decision D7 says so', () => {
    const given = [overdue[0]!, ...overdue.slice(1), ...deductions]
    expect(board(['east', 'west'], given)).toBe('1 west, 2 east')
    expect(board(['east', 'west'], given, { edition: withDecisions(builtInEdition, { tieBreaks: ['fewerDeductions', 'fewerOverdue', 'recordedDraw'] }) })).toBe('1 east, 2 west')
  })

  it('among three leaves the next rank to nobody: 1, 1, 3', () => {
    expect(board(['east', 'west', 'north'], [entry('north', -200)])).toBe('1 east, 1 west, 3 north')
    expect(board(['east', 'west', 'north', 'south'], [entry('north', -200), entry('south', -200)])).toBe('1 east, 1 west, 3 north, 3 south')
  })

  it('among three is not settled by a draw of two of them: the third had no lot', () => {
    expect(board(['east', 'west', 'north'], [], { draw: ['west', 'east'] })).toBe('1 east, 1 north, 1 west')
    expect(board(['east', 'west', 'north'], [], { draw: ['west', 'north', 'east'] })).toBe('1 west, 2 north, 3 east')
  })

  it('that a draw settles does not wait for one in another tie', () => {
    const entries = [entry('north', -200), entry('south', -200)]
    expect(board(['east', 'west', 'north', 'south'], entries, { draw: ['south', 'north'] })).toBe('1 east, 1 west, 3 south, 4 north')
  })
})

import fc from 'fast-check'
import { builtInEdition } from '../../../domain/rulebook/builtIn'
import { withDecisions } from '../../../domain/rulebook/withDecisions'
import { compareFractions, roundFraction } from '../../../domain/score/fraction'
import { compositeScore, longTermScore, projectBonus, propertyScore } from '../../../domain/score/parts'
import { entry, on, type Booked } from './support'

const capped = withDecisions(builtInEdition, { partsCappedAbove: true })
const cumulative = withDecisions(builtInEdition, { longTermPeriod: 'cumulative' })
const inMonth = (month: string, points: number) => entry('east', points, { month })
const year = Array.from({ length: 12 }, (_, index) => `2026-${String(index + 1).padStart(2, '0')}`)

describe('the long-term score', () => {
  it.each([
    [0, 10_000],
    [-100, 9_900],
    [-9_900, 100],
    [-10_000, 0],
    [-10_100, 0],
  ])('of a month with %i centipoints of entries is %i: never below 0', (points, score) => {
    expect(longTermScore(builtInEdition, [inMonth('2026-04', points)], ['2026-04'])).toEqual({ numerator: score, denominator: 1 })
  })

  it('of a year is the mean of its months, kept as sum and count, and a month without entries is a full one', () => {
    expect(longTermScore(builtInEdition, [inMonth('2026-01', -200), inMonth('2026-03', -100)], ['2026-01', '2026-02', '2026-03'])).toEqual({ numerator: 29_700, denominator: 3 })
    expect(longTermScore(builtInEdition, [], year)).toEqual({ numerator: 120_000, denominator: 12 })
  })

  it('holds a ruinous month at 0 instead of letting it eat into the others', () => {
    const entries = [inMonth('2026-01', -15_000), inMonth('2026-02', -100)]
    expect(longTermScore(builtInEdition, entries, ['2026-01', '2026-02'])).toEqual({ numerator: 9_900, denominator: 2 })
    expect(longTermScore(cumulative, entries, ['2026-01', '2026-02'])).toEqual({ numerator: 0, denominator: 1 })
  })

  it('is the whole sum in one where decision D5 says cumulative', () => {
    expect(longTermScore(cumulative, [inMonth('2026-01', -200), inMonth('2026-03', -100)], ['2026-01', '2026-02', '2026-03'])).toEqual({ numerator: 9_700, denominator: 1 })
  })

  it('looks only at its own sheet and its own months', () => {
    expect(longTermScore(builtInEdition, [inMonth('2026-05', -200), on('property', 'east', -500), on('project', 'east', 1_000)], ['2026-04'])).toEqual({ numerator: 10_000, denominator: 1 })
  })
})

describe('the property score', () => {
  const property = (...points: readonly number[]) => propertyScore(builtInEdition, points.map((each) => on('property', 'east', each)))

  it.each([
    [[], 10_000],
    [[-500, -100], 9_400],
    [[-9_900], 100],
    [[-10_000], 0],
    [[-10_100], 0],
    [[-500, 1_000, 200], 10_700],
  ])('of the entries %p is %i: not below 0, and additions in full', (points, score) => {
    expect(property(...points)).toBe(score)
  })

  it.each([
    [1_000, 10_000],
    [0, 10_000],
    [-100, 9_900],
  ])('stops at 100 points where decision D13 says so: %i gives %i', (points, score) => {
    expect(propertyScore(capped, [on('property', 'east', points)])).toBe(score)
  })
})

describe('the composite score', () => {
  const shown = (edition: typeof builtInEdition, longTerm: number, property: number, bonus: number) => roundFraction(compositeScore(edition, { numerator: longTerm, denominator: 1 }, property, bonus))

  it.each([
    [10_000, 10_000, 0, 10_000],
    [9_000, 10_000, 0, 9_400],
    [10_000, 9_000, 0, 9_600],
    [9_900, 9_700, 300, 10_120],
    [0, 0, 1_000, 1_000],
    [10_000, 11_200, 2_500, 12_980],
  ])('is 60 %% of %i and 40 %% of %i and the whole bonus of %i: %i', (longTerm, property, bonus, score) => {
    expect(shown(builtInEdition, longTerm, property, bonus)).toBe(score)
  })

  it.each([
    [10_000, 10_000, 300, 10_000],
    [9_000, 10_000, 600, 10_000],
    [9_000, 10_000, 599, 9_999],
  ])('stops at 100 points as well where decision D13 says so: %i, %i and %i give %i', (longTerm, property, bonus, score) => {
    expect(shown(capped, longTerm, property, bonus)).toBe(score)
  })

  it('adds what each model project brings', () => {
    expect(projectBonus([on('project', 'east', 300), on('project', 'east', 1_000), on('longTerm', 'east', -200)])).toBe(1_300)
  })

  it('equals, for any ledger, what is reckoned apart from it in whole numbers without end', () => {
    const anyEntry: fc.Arbitrary<Booked> = fc
      .record({ month: fc.constantFrom(...year), sheet: fc.constantFrom('longTerm' as const, 'property' as const, 'project' as const), points: fc.integer({ min: -6_000, max: 3_000 }) })
      .map(({ points, ...where }) => entry('east', where.sheet === 'project' ? Math.abs(points) : where.sheet === 'longTerm' ? -Math.abs(points) : points, where))
    fc.assert(
      fc.property(fc.array(anyEntry, { maxLength: 40 }), fc.integer({ min: 1, max: 12 }), (entries, count) => {
        const months = year.slice(0, count)
        const total = (sheet: string, month?: string) =>
          entries.filter((each) => each.sheet === sheet && (month === undefined || each.month === month)).reduce((sum, each) => sum + BigInt(each.points), 0n)
        const part = (sum: bigint) => (sum < -10_000n ? 0n : 10_000n + sum)
        // In units of 1/(100·months) centipoint.
        const expected = 60n * months.reduce((sum, month) => sum + part(total('longTerm', month)), 0n) + BigInt(count) * (40n * part(total('property')) + 100n * total('project'))

        const score = compositeScore(builtInEdition, longTermScore(builtInEdition, entries, months), propertyScore(builtInEdition, entries), projectBonus(entries))
        const [numerator, denominator, whole] = [BigInt(score.numerator), BigInt(score.denominator), 100n * BigInt(count)]
        expect(numerator * whole).toBe(expected * denominator)
        expect(BigInt(roundFraction(score))).toBe((2n * expected + whole) / (2n * whole))
      }),
      { numRuns: 500 },
    )
  })
})

describe('rounding, the one there is', () => {
  it.each([
    [0, 3, 0],
    [29_700, 3, 9_900],
    [1, 3, 0],
    [2, 3, 1],
    [149, 100, 1],
    [150, 100, 2],
    [151, 100, 2],
    [-149, 100, -1],
    [-150, 100, -2],
  ])('%i/%i is shown as %i: halves go away from zero', (numerator, denominator, rounded) => {
    expect(roundFraction({ numerator, denominator })).toBe(rounded)
  })

  it('happens at the end: three months of 99.99, 99.99 and 99.98 are not rounded before 60 % is taken', () => {
    const longTerm = longTermScore(builtInEdition, [inMonth('2026-01', -1), inMonth('2026-02', -1), inMonth('2026-03', -2)], ['2026-01', '2026-02', '2026-03'])
    // 0.6 · 9998.666… + 0.4 · 9997 = 9998.0 exactly; 0.6 · 9999 + 0.4 · 9997 would be 9998.2.
    expect(compareFractions(compositeScore(builtInEdition, longTerm, 9_997, 0), { numerator: 9_998, denominator: 1 })).toBe(0)
  })
})

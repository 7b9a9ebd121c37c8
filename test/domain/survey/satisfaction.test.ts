import fc from 'fast-check'
import { builtInEdition } from '../../../domain/rulebook/builtIn'
import { withDecisions } from '../../../domain/rulebook/withDecisions'
import { satisfactionBonus } from '../../../domain/survey/satisfaction'

const lower = withDecisions(builtInEdition, { bandEdge: 'lower' })
const bonus = (households: number, answered: number, satisfied: number, edition = builtInEdition) => satisfactionBonus(edition, { households, answered, satisfied })

describe('the bonus for the yearly satisfaction survey', () => {
  it.each([
    ['79.99 %', 10_000, 7_999, false],
    ['80 %', 10_000, 8_000, true],
    ['80.01 %', 10_000, 8_001, true],
    ['four of five households', 5, 4, true],
    ['three of four', 4, 3, false],
    ['266 of 333, which is 79.88 %', 333, 266, false],
    ['267 of 333, which is 80.18 %', 333, 267, true],
    ['all of them', 1, 1, true],
  ])('needs a coverage of 80 percent: %s', (_, households, answered, coverageReached) => {
    expect(bonus(households, answered, answered)).toEqual({ coverageReached, points: coverageReached ? 1_000 : 0 })
  })

  it.each([
    ['79.99 %', 7_999, 0, 0],
    ['80 %', 8_000, 500, 500],
    ['80.01 %', 8_001, 500, 500],
    ['89.99 %', 8_999, 500, 500],
    ['90 %', 9_000, 1_000, 500],
    ['90.01 %', 9_001, 1_000, 1_000],
    ['100 %', 10_000, 1_000, 1_000],
    ['0 %', 0, 0, 0],
  ])('a rate of %s: %i of 10000 brings %i, and %i where decision D6 gives an edge to the lower band', (_, satisfied, higherPoints, lowerPoints) => {
    expect(bonus(10_000, 10_000, satisfied)).toEqual({ coverageReached: true, points: higherPoints })
    expect(bonus(10_000, 10_000, satisfied, lower)).toEqual({ coverageReached: true, points: lowerPoints })
  })

  it('compares whole numbers: 9 of 10 are 90 percent, and so are 333 of 370', () => {
    for (const [answered, satisfied] of [[10, 9], [370, 333], [490, 441]] as const) {
      expect(bonus(answered, answered, satisfied).points).toBe(1_000)
      expect(bonus(answered, answered, satisfied, lower).points).toBe(500)
      expect(bonus(answered, answered, satisfied - 1).points).toBe(500)
    }
  })

  it('is nothing for an estate without households, and nothing where nobody answered', () => {
    expect(bonus(0, 0, 0)).toEqual({ coverageReached: false, points: 0 })
    expect(bonus(0, 5, 5)).toEqual({ coverageReached: false, points: 0 })
    expect(bonus(100, 0, 0)).toEqual({ coverageReached: false, points: 0 })
    const undemanding = { ...builtInEdition, satisfaction: { ...builtInEdition.satisfaction, minimumCoveragePercent: 0 } }
    expect(bonus(100, 0, 0, undemanding)).toEqual({ coverageReached: true, points: 0 })
  })

  it('is nothing for any rate while the coverage is not reached', () => {
    expect(bonus(100, 79, 79)).toEqual({ coverageReached: false, points: 0 })
    expect(bonus(100, 80, 80)).toEqual({ coverageReached: true, points: 1_000 })
  })

  it('never shrinks when one more of those who answered is satisfied, and takes no values but 0, 5 and 10 points', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3_000 }), fc.nat(), fc.constantFrom(builtInEdition, lower), (answered, choice, edition) => {
        const satisfied = choice % answered
        const [fewer, more] = [bonus(answered, answered, satisfied, edition).points, bonus(answered, answered, satisfied + 1, edition).points]
        expect(more).toBeGreaterThanOrEqual(fewer)
        expect([0, 500, 1_000]).toContain(fewer)
      }),
    )
  })
})

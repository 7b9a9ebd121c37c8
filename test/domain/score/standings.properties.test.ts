import fc from 'fast-check'
import { compareFractions } from '../../../domain/score/fraction'
import { rankEstates } from '../../../domain/score/standings'
import { entry, input, type Booked } from './support'

const ESTATES = ['east', 'west', 'north', 'south', 'lake']
/** Few and small numbers, so that ties of every kind come up. */
const anyEntry: fc.Arbitrary<Booked> = fc
  .record({ estateId: fc.constantFrom(...ESTATES), month: fc.constantFrom('2026-04', '2026-05'), sheet: fc.constantFrom('longTerm' as const, 'property' as const), points: fc.constantFrom(-200, -100, 100, 200), rule: fc.constantFrom('overdue', 'inspected') })
  .map(({ estateId, points, ...rest }) => entry(estateId, points, rest))
const satisfaction = fc.dictionary(fc.constantFrom(...ESTATES), fc.record({ satisfied: fc.integer({ min: 0, max: 2 }), answered: fc.constantFrom(2, 4) }), { noNullPrototype: true })
const town = fc.record({
  entries: fc.array(anyEntry, { maxLength: 4 }), satisfaction, draw: fc.shuffledSubarray(ESTATES), estates: fc.shuffledSubarray(ESTATES, { minLength: ESTATES.length }), turn: fc.nat(3),
})
const MONTHS = ['2026-04', '2026-05', '2026-06']
type Town = typeof town extends fc.Arbitrary<infer T> ? T : never
const given = ({ entries, satisfaction: rates, draw }: Town, estates: readonly string[] = ESTATES) => input(estates, entries, { satisfaction: rates, draw, months: MONTHS })

describe('in any town', () => {
  it('the order in which estates and entries are read never changes the standings', () => {
    fc.assert(
      fc.property(town, (each) => {
        const turned = [...each.entries.slice(each.turn), ...each.entries.slice(0, each.turn)]
        expect(rankEstates(given({ ...each, entries: turned }, each.estates))).toEqual(rankEstates(given(each)))
      }),
      { numRuns: 1_000 },
    )
  })

  it('every estate stands once, no one stands above a better score, and a rank is one more than the number of those before it', () => {
    fc.assert(
      fc.property(town, (each) => {
        const standings = rankEstates(given(each, each.estates))
        expect(standings.map(({ estateId }) => estateId).sort()).toEqual([...ESTATES].sort())
        standings.forEach((standing, index) => {
          const before = standings[index - 1]
          if (!before) return expect(standing.rank).toBe(1)
          expect(compareFractions(before.composite, standing.composite)).toBeGreaterThanOrEqual(0)
          expect([before.rank, index + 1]).toContain(standing.rank)
          if (standing.rank === before.rank) expect([compareFractions(before.composite, standing.composite), standing.decidedBy]).toEqual([0, null])
          if (standing.decidedBy !== null) expect(compareFractions(before.composite, standing.composite)).toBe(0)
        })
      }),
      { numRuns: 1_000 },
    )
  })

  it('a draw of all estates leaves no two on one rank', () => {
    fc.assert(
      fc.property(town, (each) => {
        expect(rankEstates(given({ ...each, draw: each.estates })).map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5])
      }),
      { numRuns: 300 },
    )
  })
})

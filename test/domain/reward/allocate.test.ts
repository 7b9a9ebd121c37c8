import { allocateAwards, type RedPropertyCandidate } from '../../../domain/reward/allocate'
import { builtInEdition } from '../../../domain/rulebook/builtIn'
import { withDecisions } from '../../../domain/rulebook/withDecisions'
import type { Edition } from '../../../domain/rulebook/edition'
import type { Standing } from '../../../domain/score/standings'
import { on, ranked } from '../score/support'

/** Estates with the points (whole) that Annex 2 took off each of them: every point is 0.4 of the composite. */
function standings(lost: Readonly<Record<string, number>>, draw: readonly string[] = []): readonly Standing[] {
  return ranked(Object.keys(lost), Object.entries(lost).map(([estateId, points]) => on('property', estateId, -100 * points)), { draw })
}
const SIX = { a: 0, b: 1, c: 2, d: 4, e: 5, f: 10 }
const candidates = (points: Readonly<Record<string, number>>): readonly RedPropertyCandidate[] => Object.entries(points).map(([estateId, each]) => ({ estateId, points: each }))

type Given = { readonly lost?: Readonly<Record<string, number>>; readonly red?: Readonly<Record<string, number>>; readonly draw?: readonly string[]; readonly edition?: Edition }
const allocated = ({ lost = SIX, red = {}, draw = [], edition = builtInEdition }: Given) => allocateAwards(edition, standings(lost, draw), candidates(red), draw)
function awards(given: Given) {
  const result = allocated(given)
  if (!result.ok) throw new Error(result.estateIds.join())
  return result.awards
}
const tiers = (given: Given) => awards(given).map(({ estateId, tier }) => `${estateId} ${tier}`)
const total = (given: Given) => awards(given).reduce((sum, { amountFen }) => sum + amountFen, 0)

describe('the reward in place of subsidy', () => {
  it('gives six estates two first, two second and two third prizes, in the amounts of Annex 4', () => {
    expect(awards({}).map(({ estateId, tier, amountFen, rank }) => [estateId, tier, amountFen, rank])).toEqual([
      ['a', 'first', 300_000, 1],
      ['b', 'first', 300_000, 2],
      ['c', 'second', 202_400, 3],
      ['d', 'second', 202_400, 4],
      ['e', 'third', 100_000, 5],
      ['f', 'third', 100_000, 6],
    ])
  })

  it('costs the township 12,048 yuan for six estates, and 14,072 with Red Property', () => {
    expect(total({})).toBe(1_204_800)
    expect(total({ red: { a: 9_000 } })).toBe(1_407_200)
  })

  it('costs 14,000 yuan where decision D14 reads 2024 as 2000', () => {
    expect(total({ red: { a: 9_000 }, edition: withDecisions(builtInEdition, { prizeAmounts: 'corrected' }) })).toBe(1_400_000)
  })

  it('leaves a third prize with nobody when there are five estates', () => {
    expect(tiers({ lost: { a: 0, b: 1, c: 2, d: 3, e: 4 } })).toEqual(['a first', 'b first', 'c second', 'd second', 'e third'])
  })

  it('gives the seventh of seven estates nothing', () => {
    expect(tiers({ lost: { ...SIX, g: 20 } })).toEqual(['a first', 'b first', 'c second', 'd second', 'e third', 'f third'])
  })

  it('takes places and amounts from the edition, not from habit', () => {
    const edition = { ...builtInEdition, awards: builtInEdition.awards.map((tier) => (tier.id === 'first' ? { ...tier, places: 1, amountFen: 500_000 } : tier)) }
    expect(tiers({ edition })).toEqual(['a first', 'b second', 'c second', 'd third', 'e third'])
    expect(awards({ edition })[0]?.amountFen).toBe(500_000)
  })

  it('says why: the rank and how many such prizes there are', () => {
    expect(awards({ red: { b: 9_500 } }).map(({ reason }) => reason)).toEqual([
      '综合得分第 1 名，一等奖共 2 名', '综合得分第 2 名，一等奖共 2 名', '综合得分第 3 名，二等奖共 2 名', '综合得分第 4 名，二等奖共 2 名',
      '综合得分第 5 名，三等奖共 2 名', '综合得分第 6 名，三等奖共 2 名', '党建引领评分第 1 名，“红色物业”共 1 个',
    ])
  })

  it('says by how much each estate is ahead of the next, the last of all by nothing', () => {
    expect(awards({}).map(({ marginPoints }) => marginPoints)).toEqual([40, 40, 80, 40, 200, null])
    expect(awards({ lost: { ...SIX, g: 20 } }).at(-1)).toMatchObject({ estateId: 'f', marginPoints: 400 })
  })
})

describe('a tie among the standings', () => {
  it.each<[string, Readonly<Record<string, number>>, readonly string[]]>([
    ['of first and second prize', { ...SIX, c: 1 }, ['b', 'c']],
    ['of second and third prize', { ...SIX, e: 4 }, ['d', 'e']],
    ['of third prize and none', { ...SIX, g: 10 }, ['f', 'g']],
    ['of first and second prize, with four estates', { ...SIX, a: 1, c: 1, d: 1 }, ['a', 'b', 'c', 'd']],
  ])('on the edge %s is refused, naming the estates', (_, lost, estateIds) => {
    expect(allocated({ lost })).toEqual({ ok: false, code: 'TIE_UNDECIDED', estateIds })
  })

  it('on an edge is settled by the recorded draw', () => {
    expect(tiers({ lost: { ...SIX, c: 1 }, draw: ['c', 'b'] }).slice(0, 3)).toEqual(['a first', 'c first', 'b second'])
    expect(tiers({ lost: { ...SIX, g: 10 }, draw: ['g', 'f'] }).at(-1)).toBe('g third')
  })

  it('inside a prize needs no draw: both get the same', () => {
    const given = { lost: { ...SIX, b: 0, f: 5 } }
    expect(tiers(given)).toEqual(['a first', 'b first', 'c second', 'd second', 'e third', 'f third'])
    expect(awards(given).map(({ rank, marginPoints }) => [rank, marginPoints])).toEqual([[1, 0], [1, 80], [3, 80], [4, 40], [5, 0], [5, null]])
  })

  it('among estates that get nothing needs no draw either', () => {
    expect(tiers({ lost: { ...SIX, g: 20, h: 20 } })).toHaveLength(6)
  })
})

describe('Red Property', () => {
  const red = (points: Readonly<Record<string, number>>, draw: readonly string[] = []) => {
    const result = allocated({ red: points, draw })
    return result.ok ? result.awards.filter(({ tier }) => tier === 'redProperty').map(({ estateId, marginPoints }) => [estateId, marginPoints]) : result
  }

  it('goes to the best estate of those assessed, beside its prize, with its margin over the second', () => {
    expect(red({ c: 8_800, f: 9_150, a: 9_000 })).toEqual([['f', 150]])
    expect(tiers({ red: { f: 9_150 } }).filter((award) => award.startsWith('f'))).toEqual(['f third', 'f redProperty'])
    expect(awards({ red: { f: 9_150 } }).at(-1)).toMatchObject({ tier: 'redProperty', amountFen: 202_400, rank: 1 })
  })

  it('goes to the only candidate without a margin, and to nobody when there is none', () => {
    expect(red({ d: 100 })).toEqual([['d', null]])
    expect(red({})).toEqual([])
  })

  it('is refused on a tie of the best, naming them, and not on a tie behind them', () => {
    expect(red({ a: 9_000, b: 9_000, c: 8_000 })).toEqual({ ok: false, code: 'TIE_UNDECIDED', estateIds: ['a', 'b'] })
    expect(red({ a: 9_001, b: 9_000, c: 9_000 })).toEqual([['a', 1]])
  })

  it('is settled by a recorded draw in which all of them had a lot', () => {
    expect(red({ a: 9_000, b: 9_000, c: 8_000 }, ['b', 'a'])).toEqual([['b', 0]])
    expect(red({ a: 9_000, b: 9_000 }, ['c', 'a', 'b'])).toEqual([['a', 0]])
    expect(red({ a: 9_000, b: 9_000 }, ['b'])).toEqual({ ok: false, code: 'TIE_UNDECIDED', estateIds: ['b', 'a'] })
    expect(red({ a: 9_000, b: 9_000, c: 9_000 }, ['b', 'a'])).toEqual({ ok: false, code: 'TIE_UNDECIDED', estateIds: ['b', 'a', 'c'] })
  })

  it('where the edition has two of them goes to two, a tie of the two being no tie on the edge', () => {
    const edition = { ...builtInEdition, awards: builtInEdition.awards.map((tier) => (tier.id === 'redProperty' ? { ...tier, places: 2 } : tier)) }
    expect(tiers({ edition, red: { a: 9_000, b: 9_000, c: 8_000 } }).slice(6)).toEqual(['a redProperty', 'b redProperty'])
    expect(allocated({ edition, red: { a: 9_000, b: 8_000, c: 8_000 } })).toEqual({ ok: false, code: 'TIE_UNDECIDED', estateIds: ['b', 'c'] })
  })
})

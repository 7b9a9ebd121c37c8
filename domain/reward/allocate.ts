import type { AwardTierId, Edition } from '../rulebook/edition'
import { compareFractions, roundFraction, type Fraction } from '../score/fraction'
import type { Standing } from '../score/standings'
import type { Points } from '../rulebook/edition'

/** 以奖代补: one award, with what it rests on. */
export type Award = {
  readonly estateId: string
  readonly tier: AwardTierId
  readonly amountFen: number
  readonly rank: number
  readonly reason: string
  /** Centipoints ahead of the next estate; null for the last one and for Red Property without a second. */
  readonly marginPoints: Points | null
}
export type RedPropertyCandidate = { readonly estateId: string; readonly points: Points }
export type Allocation = { readonly ok: true; readonly awards: readonly Award[] } | { readonly ok: false; readonly code: 'TIE_UNDECIDED'; readonly estateIds: readonly string[] }

const PRIZES = ['first', 'second', 'third'] as const satisfies readonly AwardTierId[]
export const difference = (a: Fraction, b: Fraction): Points => roundFraction({ numerator: compareFractions(a, b), denominator: a.denominator * b.denominator })

/** Estates that share a rank although their places earn different tiers: only a recorded draw can part them. */
function undecidedTie(standings: readonly Standing[], tiers: readonly (AwardTierId | null)[]): readonly string[] | null {
  for (const [index, standing] of standings.entries()) {
    const same = standings.flatMap((other, place) => (other.rank === standing.rank ? [{ id: other.estateId, tier: tiers[place] ?? null }] : []))
    if (same.some(({ tier }) => tier !== (tiers[index] ?? null))) return same.map(({ id }) => id)
  }
  return null
}

/**
 * 奖励分配: final standings and the prize table give the awards. Refused while a tie on a tier's edge is not decided by a recorded draw.
 * @source 附件4, 方案 五1; decisions D7, D14
 */
export function allocateAwards(edition: Edition, standings: readonly Standing[], redProperty: readonly RedPropertyCandidate[], draw: readonly string[]): Allocation {
  const tierOf = (id: AwardTierId) => edition.awards.find((tier) => tier.id === id)
  const places: (AwardTierId | null)[] = PRIZES.flatMap((id) => Array<AwardTierId>(tierOf(id)?.places ?? 0).fill(id))
  const tie = undecidedTie(standings, standings.map((_, index) => places[index] ?? null))
  if (tie) return { ok: false, code: 'TIE_UNDECIDED', estateIds: tie }

  const prizes = standings.flatMap((standing, index): Award[] => {
    const tier = tierOf(places[index] ?? 'redProperty')
    if (!places[index] || !tier) return []
    const next = standings[index + 1]
    return [{
      estateId: standing.estateId, tier: tier.id, amountFen: tier.amountFen, rank: standing.rank,
      reason: `综合得分第 ${standing.rank} 名，${tier.name}共 ${tier.places} 名`, marginPoints: next ? difference(standing.composite, next.composite) : null,
    }]
  })
  const red = allocateRedProperty(edition, redProperty, draw)
  return red.ok ? { ok: true, awards: [...prizes, ...red.awards] } : red
}

/** “红色物业”: the estates assessed by Annex 3 without veto, the best first. */
function allocateRedProperty(edition: Edition, candidates: readonly RedPropertyCandidate[], draw: readonly string[]): Allocation {
  const tier = edition.awards.find(({ id }) => id === 'redProperty')
  if (!tier) return { ok: true, awards: [] }
  const drawn = (id: string) => (draw.includes(id) ? draw.indexOf(id) : draw.length)
  const ranked = [...candidates].sort((a, b) => b.points - a.points || drawn(a.estateId) - drawn(b.estateId) || (a.estateId < b.estateId ? -1 : 1))
  const last = ranked[tier.places - 1]
  const next = ranked[tier.places]
  if (last && next && last.points === next.points) {
    const tied = ranked.filter(({ points }) => points === last.points).map(({ estateId }) => estateId)
    // A draw settles it only when every one of them had a lot.
    if (!tied.every((id) => draw.includes(id))) return { ok: false, code: 'TIE_UNDECIDED', estateIds: tied }
  }
  const awards = ranked.slice(0, tier.places).map((winner, index): Award => {
    const following = ranked[index + 1]
    return { estateId: winner.estateId, tier: tier.id, amountFen: tier.amountFen, rank: index + 1, reason: `党建引领评分第 ${index + 1} 名，${tier.name}共 ${tier.places} 个`, marginPoints: following ? winner.points - following.points : null }
  })
  return { ok: true, awards }
}

import type { Rewards } from '@/domainViews/RewardsView'

/** Whom the form begins with: those a draw has parted already, in the order drawn, and those tied now. */
export function lotsOf(standings: Rewards['standings'], undecidedTie: readonly string[]): string[] {
  const isDrawn = (index: number) => standings[index]?.decidedBy === 'recordedDraw'
  return standings.filter(({ estateName }, index) => isDrawn(index) || isDrawn(index + 1) || undecidedTie.includes(estateName)).map(({ estateId }) => estateId)
}

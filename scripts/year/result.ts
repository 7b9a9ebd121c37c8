import type { Cloud } from '../../local-cloud/start'
import { FINDING_KINDS } from '../../types/codes'
import type { Player } from '../play/player'
import { TOWN_ID } from '../demo/town'

/** Points in centipoints. */
export type YearResult = {
  readonly standings: readonly { readonly estate: string; readonly longTerm: number; readonly property: number; readonly bonus: number; readonly composite: number; readonly rank: number }[]
  readonly awards: readonly { readonly estate: string; readonly tier: string; readonly amountFen: number }[]
  /** Ledger entries by what they are for. */
  readonly findings: Readonly<Record<string, number>>
  readonly cases: number
  readonly ledger: { readonly entries: number; readonly sound: boolean; readonly head: string }
}

export async function readResult(cloud: Cloud, player: Player, year: number): Promise<YearResult> {
  const [standings, rewards, ledger] = await Promise.all([player.call('auditor-1', 'readStandings', { period: String(year) }), player.call('auditor-1', 'readRewards', { year }), player.call('auditor-1', 'verifyLedger', {})])
  const count = (rule: string) => cloud.engine.count('ledger', { townId: TOWN_ID, rule, month: { $gte: `${year}-01`, $lte: `${year}-12` } })
  return {
    standings: standings.standings.map((standing) => ({ estate: standing.estateName, longTerm: standing.longTermPoints, property: standing.propertyPoints, bonus: standing.bonusPoints, composite: standing.compositePoints, rank: standing.rank })),
    awards: rewards.awards.map(({ estateName, tier, amountFen }) => ({ estate: estateName, tier, amountFen })),
    findings: Object.fromEntries([...FINDING_KINDS, 'inspected', 'doubled'].map((rule) => [rule, count(rule)])),
    cases: cloud.engine.count('cases', { townId: TOWN_ID }),
    ledger: { entries: ledger.entries, sound: ledger.faults.length === 0 && ledger.recomputed, head: ledger.head },
  }
}

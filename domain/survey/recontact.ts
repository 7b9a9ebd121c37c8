import type { FoundSignal } from './signals'

type Hash = (text: string) => string

/** 抽样回访: so many percent of those who answered, and at least so many (decision 0031). */
const SAMPLE_PERCENT = 5
export const SAMPLE_MIN = 5

export const sampleSize = (spent: number): number => Math.min(spent, Math.max(SAMPLE_MIN, Math.ceil((spent * SAMPLE_PERCENT) / 100)))

/**
 * The households that are called again, out of those whose right is spent. Told by a seed that was fixed, and its hash published, before anybody answered:
 * nobody can choose whom to ask, and everybody can draw again.
 */
export function drawSample(seed: string, householdIds: readonly string[], hash: Hash): readonly string[] {
  const lots = householdIds.map((id) => ({ id, lot: hash(`${seed}|${id}`) })).sort((a, b) => (a.lot < b.lot ? -1 : 1))
  return lots.slice(0, sampleSize(householdIds.length)).map(({ id }) => id)
}

/** 回访说没有答过. What the sample says stands for all: of so many ballots as many are flagged as by its share of denials. Who was not reached says nothing. */
export function denials(outcomes: readonly string[], sampled: number, answered: number): FoundSignal {
  const count = (wanted: string) => outcomes.filter((outcome) => outcome === wanted).length
  const [seen, of] = [count('denied'), sampled - count('unreached')]
  return { kind: 'denied', seen, flagged: of <= 0 ? 0 : Math.floor((seen * answered) / of) }
}

import type { LedgerEntry } from '../ledger/entry'
import type { Edition, Points, TieBreak } from '../rulebook/edition'
import { compareFractions, type Fraction } from './fraction'
import { compositeScore, longTermScore, projectBonus, propertyScore } from './parts'

export type Satisfaction = { readonly satisfied: number; readonly answered: number }
export type EstateScore = {
  readonly estateId: string
  readonly longTerm: Fraction
  readonly property: Points
  readonly bonus: Points
  readonly composite: Fraction
  readonly overdue: number
  readonly deductions: Points
  readonly satisfaction: Satisfaction | null
}
export type Standing = EstateScore & {
  /** 1 is best; equal ranks where only a draw could decide. */
  readonly rank: number
  /** What settled the place against the estate before it; null where the score did. */
  readonly decidedBy: TieBreak | null
}
/** An estate in the table of a period. */
export type Member = {
  readonly estateId: string
  /** Its own months of the period, whose long-term scores count. */
  readonly months: readonly string[]
  /** Its own months of the year so far, whose property part and projects count. */
  readonly ofYear: readonly string[]
}
type Booked = Pick<LedgerEntry, 'estateId' | 'month' | 'sheet' | 'points' | 'rule' | 'reverses' | '_id'>

export type ScoreInput = {
  readonly edition: Edition
  readonly members: readonly Member[]
  readonly entries: readonly Booked[]
  readonly satisfaction: Readonly<Record<string, Satisfaction>>
  /** 抽签 recorded by the office: estates in the drawn order. */
  readonly draw: readonly string[]
}

/** The entries an estate's score of a period is made of, and by which its ties are broken: none of a month that is not in it. */
export function countedOf<Entry extends Booked>(edition: Edition, { estateId, months, ofYear }: Member, entries: readonly Entry[]): readonly Entry[] {
  const ofLongTerm = edition.decisions.longTermPeriod === 'cumulative' ? ofYear : months
  return entries.filter((entry) => entry.estateId === estateId && (entry.sheet === 'longTerm' ? ofLongTerm : ofYear).includes(entry.month))
}

/** 计分: one estate's score from the ledger. Entries taken back by a reversal count as not overdue. */
export function scoreEstate(input: ScoreInput, member: Member): EstateScore {
  const { estateId } = member
  const entries = countedOf(input.edition, member, input.entries)
  const reversed = new Set(entries.map((entry) => entry.reverses).filter((id) => id !== undefined))
  const standing = entries.filter((entry) => !reversed.has(entry._id) && entry.reverses === undefined)
  const longTerm = longTermScore(input.edition, entries, member.months)
  const property = propertyScore(input.edition, entries)
  const bonus = projectBonus(entries)
  return {
    estateId, longTerm, property, bonus,
    composite: compositeScore(input.edition, longTerm, property, bonus),
    overdue: standing.filter((entry) => entry.rule === 'overdue').length,
    deductions: standing.filter((entry) => entry.points < 0).reduce((sum, entry) => sum - entry.points, 0),
    satisfaction: input.satisfaction[estateId] ?? null,
  }
}

const rate = (satisfaction: Satisfaction | null): Fraction => ({ numerator: satisfaction?.satisfied ?? 0, denominator: satisfaction?.answered || 1 })

/** Positive when `b` comes first. */
const BREAKS: Record<TieBreak, (a: EstateScore, b: EstateScore, draw: readonly string[]) => number> = {
  fewerOverdue: (a, b) => a.overdue - b.overdue,
  higherSatisfaction: (a, b) => compareFractions(rate(b.satisfaction), rate(a.satisfaction)),
  fewerDeductions: (a, b) => a.deductions - b.deductions,
  recordedDraw: (a, b, draw) => (draw.includes(a.estateId) && draw.includes(b.estateId) ? draw.indexOf(a.estateId) - draw.indexOf(b.estateId) : 0),
}

/** 排名: by composite, exactly; ties by decision D7 in its order. Estates that not even a draw has parted share a rank. */
export function rankEstates(input: ScoreInput): readonly Standing[] {
  const { tieBreaks } = input.edition.decisions
  const compareWith = (breaks: readonly TieBreak[], draw: readonly string[], a: EstateScore, b: EstateScore): { order: number; by: TieBreak | null } => {
    const score = compareFractions(b.composite, a.composite)
    if (score !== 0) return { order: score, by: null }
    for (const by of breaks) {
      const order = BREAKS[by](a, b, draw)
      if (order !== 0) return { order, by }
    }
    return { order: 0, by: null }
  }
  const scores = input.members.map((member) => scoreEstate(input, member))
  // A draw parts a tie only when every estate of the tie had a lot: an order that some are not in would be no order.
  const others = tieBreaks.filter((by) => by !== 'recordedDraw')
  const hadLots = (score: EstateScore) => scores.every((other) => compareWith(others, [], score, other).order !== 0 || input.draw.includes(other.estateId))
  const parted = new Set(scores.filter(hadLots).map(({ estateId }) => estateId))
  const draw = input.draw.filter((estateId) => parted.has(estateId))
  const compare = (a: EstateScore, b: EstateScore) => compareWith(tieBreaks, draw, a, b)
  scores.sort((a, b) => compare(a, b).order || (a.estateId < b.estateId ? -1 : 1))
  const standings: Standing[] = []
  scores.forEach((score, index) => {
    const before = standings[index - 1]
    const against = before && compare(before, score)
    standings.push({ ...score, rank: before && against?.order === 0 ? before.rank : index + 1, decidedBy: against?.by ?? null })
  })
  return standings
}

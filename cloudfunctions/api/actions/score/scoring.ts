import type { Edition } from '../../../../domain/rulebook/edition'
import type { LedgerEntry } from '../../../../domain/ledger/entry'
import { roundFraction } from '../../../../domain/score/fraction'
import { isYear, monthsOf, yearOfPeriod } from '../../../../domain/score/period'
import { membersOf } from '../../../../domain/score/membership'
import { rankEstates, type Member, type Satisfaction, type Standing } from '../../../../domain/score/standings'
import { dateOf, monthEnd, monthOf } from '../../../../domain/time/beijing'
import { difference } from '../../../../domain/reward/allocate'
import { refuse, type Refusal } from '../../../../types/api/refusal'
import type { AllocationDocument, AssessmentDocument } from '../../../../types/documents/scoring'
import type { EstateDocument } from '../../../../types/documents/town'
import type { TownCall } from '../../context'
import { estatesOf } from '../estates'

export type Scores = {
  /** In force at the end of the period, or now. */
  readonly edition: Edition
  readonly months: readonly string[]
  /** Who stands in the table, each with its own months. */
  readonly members: readonly Member[]
  readonly standings: readonly Standing[]
  readonly entries: readonly LedgerEntry[]
  readonly estates: ReadonlyMap<string, EstateDocument>
  /** As it is called, or was when the year was allocated. */
  readonly nameOf: (estateId: string) => string
  readonly allocation: AllocationDocument | null
}

/** What the surveys of a year came to, and what was taken back of it. */
export const surveyFacts = ({ store, townId }: TownCall, year: number): Promise<readonly AssessmentDocument[]> => store.findAll('assessments', { where: { townId, kind: { in: ['survey', 'correction'] }, year } })

/** 满意率 by estate, as ties are settled by it (D7). A bonus that was taken back settles none. */
export function satisfactionOf(facts: readonly AssessmentDocument[]): Readonly<Record<string, Satisfaction>> {
  const takenBack = new Set(facts.map((fact) => (fact.kind === 'correction' ? fact.corrects : null)))
  return Object.fromEntries(facts.flatMap((fact) => (fact.kind === 'survey' && !takenBack.has(fact._id) ? [[fact.estateId, { satisfied: fact.satisfied, answered: fact.answered }]] : [])))
}

const periodEnd = (period: string): number => monthEnd(isYear(period) ? `${period}-12` : period)

/** 排名 of a period from the ledger; of an allocated year, the frozen one. A month's property part is that of its year so far. Refused where the period is not assessed (yet): no edition was in force. */
export async function scoresOf(call: TownCall, period: string): Promise<Scores | Refusal> {
  const { townId, rules, store, now } = call
  const year = yearOfPeriod(period)
  const months = monthsOf(period, rules.town.since, monthOf(now))
  const last = months[months.length - 1]
  if (last === undefined) return refuse('PERIOD_INVALID')
  const edition = rules.editionAt(Math.min(now, periodEnd(period) - 1))
  const [ofYear, estates, surveys, draw, allocation] = await Promise.all([
    call.entriesOf(store, townId, year),
    estatesOf(call),
    surveyFacts(call, year),
    store.get('draws', `${townId}:${year}`),
    store.get('allocations', `${townId}:${year}`),
  ])
  const entries = ofYear.filter(({ month }) => month <= last)
  const satisfaction = satisfactionOf(surveys.filter(({ factAt }) => monthOf(factAt) <= last))
  const frozen = allocation && isYear(period) ? allocation : null
  const members = frozen ? frozenMembers(frozen) : membersOf(edition.decisions, [...estates.values()], { period, months, ofYear: monthsOf(String(year), rules.town.since, last), today: dateOf(now) })
  const standings = frozen?.standings ?? rankEstates({ edition, members, entries, satisfaction, draw: draw?.order ?? [] })
  const nameOf = (estateId: string) => (frozen?.members.find((member) => member.estateId === estateId) ?? estates.get(estateId))?.name ?? ''
  // A frozen score is shown with the entries it was made of.
  return { edition, months, members, standings, entries: frozen ? entries.filter(({ seq }) => seq <= frozen.ledgerSeq) : entries, estates, nameOf, allocation }
}

/** Who stood in the table of an allocated year. */
export const frozenMembers = ({ members }: AllocationDocument): readonly Member[] => members.map(({ estateId, months }) => ({ estateId, months, ofYear: months }))

export const stageOf = (period: string, currentMonth: string, allocation: AllocationDocument | null): 'running' | 'preliminary' | 'final' => {
  if (allocation?.confirmedAt) return 'final'
  const isOver = isYear(period) ? period < currentMonth.slice(0, 4) : period < currentMonth
  return isOver ? 'preliminary' : 'running'
}

/** As it is shown: every number rounded once, here. */
export const shown = ({ standings, nameOf }: Pick<Scores, 'standings' | 'nameOf'>) =>
  standings.map((standing, index) => {
    const next = standings[index + 1]
    return {
      estateId: standing.estateId, estateName: nameOf(standing.estateId), rank: standing.rank, decidedBy: standing.decidedBy,
      longTermPoints: roundFraction(standing.longTerm), propertyPoints: standing.property, bonusPoints: standing.bonus, compositePoints: roundFraction(standing.composite),
      marginPoints: next ? difference(standing.composite, next.composite) : null, overdue: standing.overdue, deductionsPoints: standing.deductions, satisfaction: standing.satisfaction,
    }
  })

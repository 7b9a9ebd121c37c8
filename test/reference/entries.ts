import type { CaseEvent } from '../../domain/case/events'
import { storyOf, type Spell } from './spells'
import { deadlineOf, monthOf, workBy, type Hours, type WorkOf, type YearRow } from './workingTime'

/** What a town decided for itself in one edition of its rulebook; everything else is the plan's. */
export type EditionLaw = { readonly hours: readonly Hours[]; readonly townFindingPoints: number; readonly filedReportPoints: number; readonly delayedHandlingPoints: number; readonly missedMeetingPoints: number }
/** Every edition and every version of every year, and which years are in force at present. */
export type TownLaw = { readonly editions: ReadonlyMap<string, EditionLaw>; readonly rows: readonly YearRow[]; readonly present: string }
export type CaseFacts = { readonly id: string; readonly events: readonly CaseEvent[] }
type Assessed = { readonly _id: string; readonly estateId: string; readonly factAt: number; readonly editionId: string }
export type AssessmentFacts = Assessed & ({ readonly kind: 'propertyCheck'; readonly ruleCode: string; readonly count: number } | { readonly kind: 'project'; readonly level: string })

/** An entry as the plan wants it, by whatever name it is kept. */
export type Expected = { readonly estate: string; readonly fact: string; readonly rule: string; readonly month: string; readonly factAt: number; readonly points: number }

/** 每个问题扣1分, 未按要求及时整改到位的双倍扣分. @source 方案四(一)1 */
const PROBLEM = -100
/** 市级案卷每个扣2分、区级案卷每个扣2分. @source 方案四(一)2–6 */
const CASE_FINDING = -200
/** @source 附件2 */
const ANNEX_2: Readonly<Record<string, number>> = { '2.1.1': -100, '2.1.2': -500, '2.1.3': -300, '2.1.4': -500, '2.2.1': -500, '2.3.1': -100, '2.3.3': -500, '2.3.4': -200, '2.4.1': -500, '2.5.2': -100, '2.5.3': -100, '2.6.1': 200 }
/** @source 方案五2 */
const PROJECT: Readonly<Record<string, number>> = { district: 300, city: 500, province: 700, nation: 1000 }
/** What each kind of case may owe beside what its turns give. */
const MAY_OWE = { reported: ['shirked', 'recurrent', 'failedVerification', 'keyProblem'], inspected: ['recurrent', 'keyProblem'] } as const

/** What work is done under a law: the years it names, and of years it could not know those of the present. */
export function worksOf(law: TownLaw): (version: string, edition: string) => WorkOf {
  const made = new Map<string, WorkOf>()
  return (version, edition) => {
    const key = `${version} ${edition}`
    const known = made.get(key)
    if (known) return known
    const named = new Map([...law.present.split(','), ...version.split(',')].map((name) => name.split('.').map(Number) as [number, number]))
    const rows = [...named].flatMap(([year, newest]) => law.rows.filter((row) => row.year === year && row.version <= newest).sort((a, b) => b.version - a.version).slice(0, 1))
    const fresh = workBy(rows, law.editions.get(edition)!.hours)
    made.set(key, fresh)
    return fresh
  }
}

/** 超时: when its deadline was, if it was missed by then. An answer at the very millisecond is in time, and so is what is asked or given back then: while it waits for the office nothing is missed. */
export function missedAt(workOf: WorkOf, spell: Spell, now: number): number | null {
  const due = deadlineOf(workOf, spell.from, spell.limits, spell.pauses)
  if (due === null) return null
  const waits = (spell.asked !== null && spell.asked <= due) || spell.pauses.some(({ from, to }) => to === Infinity && from <= due)
  return !waits && due < (spell.end ?? now) ? due : null
}

/** 当月: of these each month is one for itself. */
export const OF_A_MONTH: readonly string[] = ['recurrent', 'keyProblem']

/** What one case costs by `now`: of each estate each thing once, or once a month, dated by its first time. */
export function entriesOfCase({ id, events }: CaseFacts, law: TownLaw, works: ReturnType<typeof worksOf>, now: number): readonly Expected[] {
  const [first] = events
  if (first?.type !== 'submitted' && first?.type !== 'found') throw new Error(`${id} does not begin with its beginning`)
  const { spells, findings } = storyOf(events)
  const filed = events.find((event) => event.type === 'filed')
  const filedUnder = first.type === 'found' ? first.editionId : filed?.editionId
  const made: Expected[] = []
  const owe = (estate: string, rule: string, factAt: number, points: number) => {
    if (points !== 0 && !made.some((entry) => entry.estate === estate && entry.rule === rule && (!OF_A_MONTH.includes(rule) || entry.month === monthOf(factAt)))) made.push({ estate, fact: id, rule, month: monthOf(factAt), factAt, points })
  }
  const findingPoints = (edition: string) => (first.level === 'town' ? -law.editions.get(edition)!.townFindingPoints : CASE_FINDING)

  if (first.type === 'found') owe(first.estateId, 'inspected', first.at, PROBLEM)
  else if (filed) owe(first.estateId, 'filed', filed.at, -law.editions.get(filed.editionId)!.filedReportPoints)
  for (const spell of spells) {
    const late = missedAt(works(spell.version, spell.edition), spell, now)
    if (first.type === 'submitted' && late !== null) owe(spell.estate, 'overdue', late, findingPoints(spell.edition))
    const failed = late ?? spell.disproved
    if (first.type === 'found' && failed !== null) owe(spell.estate, 'doubled', failed, PROBLEM)
  }
  const may: readonly string[] = MAY_OWE[first.type === 'found' ? 'inspected' : 'reported']
  for (const { kind, estate, at, status } of findings) if (status === 'confirmed' && may.includes(kind)) owe(estate, kind, at, findingPoints(filedUnder!))
  return made
}

/** What an assessment moves: each is booked by itself. */
export function entryOfAssessment(fact: AssessmentFacts, law: TownLaw): Expected {
  const { _id, estateId, factAt, editionId } = fact
  const { delayedHandlingPoints, missedMeetingPoints } = law.editions.get(editionId)!
  const made = (rule: string, points: number): Expected => ({ estate: estateId, fact: _id, rule, month: monthOf(factAt), factAt, points })
  if (fact.kind === 'project') return made(`project:${fact.level}`, PROJECT[fact.level]!)
  const each = { ...ANNEX_2, '2.3.2': -delayedHandlingPoints, '2.5.1': -missedMeetingPoints }[fact.ruleCode]!
  return made(fact.ruleCode, each * fact.count)
}

/** All of it as one line, to be compared as a set. */
export const lineOf = ({ estate, fact, rule, month, factAt, points }: Expected): string => `${estate} ${fact} ${rule} ${month} ${new Date(factAt).toISOString()} ${points}`

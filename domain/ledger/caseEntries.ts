import type { CaseFinding, CaseState } from '../case/caseState'
import { missedDeadlines, type CalendarOf, type Missed } from '../case/handling'
import type { Origin } from '../case/events'
import { UNDECIDED, type Edition, type FindingKind, type Points, type Undecided } from '../rulebook/edition'
import { monthOf } from '../time/beijing'
import type { Reckoned } from '../time/calendar'
import type { EntryDraft } from './entry'

export type CaseFact = { readonly id: string; readonly townId: string; readonly case_: CaseState }
/** The law of a town, by what a fact says it stands under. */
export type CaseLaw = { readonly editionOf: (editionId: string | null) => Edition; readonly calendarOf: CalendarOf }
type Made = { readonly ok: true; readonly entries: readonly EntryDraft[] } | { readonly ok: false; readonly code: 'RULE_UNDECIDED'; readonly rule: string } | Extract<Reckoned<object>, { ok: false }>

/**
 * 扣分事项 that each kind of case may owe when the office confirms them. Of an inspected problem, that it was late or only said to be done is its doubling; that
 * residents report it again and again is counted as everywhere.
 * @source 方案 四(一)1–6
 */
export const FINDINGS_OF = {
  reported: ['overdue', 'shirked', 'recurrent', 'failedVerification', 'keyProblem'],
  inspected: ['recurrent', 'keyProblem'],
} as const satisfies Record<Origin, readonly FindingKind[]>
export const mayOwe = (origin: Origin, kind: FindingKind): boolean => (FINDINGS_OF[origin] as readonly FindingKind[]).includes(kind)

/**
 * What a case costs by `now`: every ledger entry its facts ask for, each with the id of its cause. Called as often as one likes, early or late: the same facts give
 * the same entries. An inspected case costs a point and, not rectified in time or only said to be, a second one; a reported case costs its missed deadline; each costs
 * its confirmed findings. What a run of handling missed is its estate's, by the edition the run began under, and the rest by that the case was filed under. An estate
 * the case was sent on to has its own causes (`case:<id>@<estate>:…`). One cause is one entry, however often it was found; what is counted by the month, one of each.
 * @source 方案 四(一)1–6; decisions D3, D9
 */
export function entriesOfCase({ id, townId, case_ }: CaseFact, { editionOf, calendarOf }: CaseLaw, now: number): Made {
  const judged = missedDeadlines(case_, calendarOf, now)
  if (!judged.ok) return judged
  const filedUnder = editionOf(case_.editionId)
  const causeOf = (estateId: string): string => (estateId === case_.firstEstateId ? id : `${id}@${estateId}`)
  const entries: EntryDraft[] = []
  let undecided: string | null = null
  const book = (_id: string, estateId: string, rule: string, edition: Edition, points: Points | Undecided, factAt: number, by: string, note: string) => {
    if (points === UNDECIDED) undecided = rule
    else if (points !== 0 && !entries.some((entry) => entry._id === _id))
      entries.push({ _id, townId, estateId, month: monthOf(factAt), sheet: 'longTerm', rule, editionId: edition.id, points: -points, basis: { kind: 'case', id }, factAt, by, note })
  }
  const find = (estateId: string, kind: FindingKind, edition: Edition, factAt: number, by: string, month = '') =>
    book(`case:${causeOf(estateId)}:${kind}${month}`, estateId, kind, edition, edition.findings[kind].points[case_.level], factAt, by, edition.findings[kind].name)

  const inspected = case_.origin === 'inspected'
  if (case_.filedAt !== null && inspected) book(`case:${id}:inspected`, case_.firstEstateId, 'inspected', filedUnder, filedUnder.inspection.pointsPerProblem, case_.filedAt, 'clock', '检查问题')
  if (case_.filedAt !== null && !inspected) book(`case:${id}:filed`, case_.firstEstateId, 'filed', filedUnder, filedUnder.decisions.filedReportPoints, case_.filedAt, 'clock', '立案')
  for (const { estateId, editionId, factAt } of failuresOf(case_, judged.missed)) {
    const edition = editionOf(editionId)
    if (inspected) book(`doubled:${causeOf(estateId)}`, estateId, 'doubled', edition, edition.inspection.doubledPoints, factAt, 'clock', '未按要求及时整改到位，双倍扣分')
    else find(estateId, 'overdue', edition, factAt, 'clock')
  }
  for (const finding of case_.findings) if (finding.status === 'confirmed' && mayOwe(case_.origin, finding.kind)) find(finding.estateId, finding.kind, filedUnder, finding.factAt, finding.proposedBy, laterMonth(case_, finding))
  return undecided === null ? { ok: true, entries } : { ok: false, code: 'RULE_UNDECIDED', rule: undecided }
}

/** 反复、重点 are of a month: a case that stands open over several may owe one in each. The first has the short cause. */
const OF_A_MONTH: readonly FindingKind[] = ['recurrent', 'keyProblem']
function laterMonth({ findings }: CaseState, { kind, estateId, factAt }: CaseFinding): string {
  const first = findings.find((other) => other.kind === kind && other.estateId === estateId)
  return !OF_A_MONTH.includes(kind) || first === undefined || monthOf(first.factAt) === monthOf(factAt) ? '' : `:${monthOf(factAt)}`
}

/**
 * What failed in each run, in their order, so that the first of an estate is the same whenever the clock comes round: the deadline it missed, or, of an inspected
 * problem, the answer that was found on site to have only said so.
 */
const failuresOf = ({ origin, runs }: CaseState, missed: readonly Missed[]) =>
  runs.flatMap(({ estateId, editionId, disprovedAt }, index) => {
    const factAt = missed.find(({ run }) => run === index)?.dueAt ?? (origin === 'inspected' ? disprovedAt : null)
    return factAt === null ? [] : [{ estateId, editionId, factAt }]
  })

import { hasMoved, type CaseFinding, type CaseState } from '../case/caseState'
import { missedDeadline } from '../case/handling'
import { UNDECIDED, type Edition, type FindingKind, type Points, type Undecided } from '../rulebook/edition'
import { monthOf } from '../time/beijing'
import type { Reckoned, WorkingCalendar } from '../time/calendar'
import type { EntryDraft } from './entry'

export type CaseFact = { readonly id: string; readonly townId: string; readonly case_: CaseState }
type Whose = Pick<CaseFinding, 'estateId' | 'moved'>
type Made = { readonly ok: true; readonly entries: readonly EntryDraft[] } | { readonly ok: false; readonly code: 'RULE_UNDECIDED'; readonly rule: string } | Extract<Reckoned<object>, { ok: false }>

/**
 * What a case costs by `now`: every ledger entry its facts ask for, each with the id of its cause. Called as often as one likes.
 * An inspected case costs a point and, not rectified in time, a second one; a reported case costs only its findings.
 * A case that was sent on to another estate has its own causes there (`case:<id>@<estate>:…`); findings stay with the estate they were
 * made against. One cause is one entry, however often it was found.
 * @source 方案 四(一)1–6; decisions D3, D9
 */
export function entriesOfCase({ id, townId, case_ }: CaseFact, edition: Edition, calendar: WorkingCalendar, now: number): Made {
  const missed = missedDeadline(case_, calendar, now)
  if (!missed.ok) return missed
  const here: Whose = { estateId: case_.estateId, moved: hasMoved(case_) }
  const causeOf = ({ estateId, moved }: Whose) => (moved ? `${id}@${estateId}` : id)
  const entries: EntryDraft[] = []
  let undecided: string | null = null
  const book = (_id: string, { estateId }: Whose, rule: string, points: Points | Undecided, factAt: number, by: string, note: string) => {
    if (points === UNDECIDED) undecided = rule
    else if (points !== 0 && !entries.some((entry) => entry._id === _id))
      entries.push({ _id, townId, estateId, month: monthOf(factAt), sheet: 'longTerm', rule, editionId: edition.id, points: -points, basis: { kind: 'case', id }, factAt, by, note })
  }
  const finding = (whose: Whose, kind: FindingKind, factAt: number, by: string) => book(`case:${causeOf(whose)}:${kind}`, whose, kind, edition.findings[kind].points[case_.level], factAt, by, edition.findings[kind].name)

  if (case_.origin === 'inspected') {
    if (case_.filedAt !== null) book(`case:${id}:inspected`, here, 'inspected', edition.inspection.pointsPerProblem, case_.filedAt, 'clock', '检查问题')
    if (missed.dueAt !== null) book(`doubled:${causeOf(here)}`, here, 'doubled', edition.inspection.doubledPoints, missed.dueAt, 'clock', '未按要求及时整改到位，双倍扣分')
  } else {
    if (case_.filedAt !== null) book(`case:${id}:filed`, here, 'filed', edition.decisions.filedReportPoints, case_.filedAt, 'clock', '立案')
    if (missed.dueAt !== null) finding(here, 'overdue', missed.dueAt, 'clock')
    for (const confirmed of case_.findings) if (confirmed.status === 'confirmed') finding(confirmed, confirmed.kind, confirmed.factAt, confirmed.proposedBy)
  }
  return undecided === null ? { ok: true, entries } : { ok: false, code: 'RULE_UNDECIDED', rule: undecided }
}

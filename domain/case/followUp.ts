import { DAY_MS } from '../time/beijing'
import type { CaseState, CountedReport } from './caseState'
import { ASK_AGAIN_DAYS, FOLLOW_UP_DAYS_MAX } from './limits'

type Word = { readonly reportId: string; readonly fixed: boolean }

/** What a reporter said last about the newest answer (回访); null: nothing yet. */
export function wordOf(case_: Pick<CaseState, 'said'>, reportId: string): 'fixed' | 'unfixed' | null {
  const words = case_.said.filter((word) => word.reportId === reportId)
  const last = words[words.length - 1]
  return last === undefined ? null : last.fixed ? 'fixed' : 'unfixed'
}

/** Until when a reporter may speak; null while the case is not closed. */
export const followUpUntil = ({ closedAt }: Pick<CaseState, 'closedAt'>): number | null => (closedAt === null ? null : closedAt + FOLLOW_UP_DAYS_MAX * DAY_MS)
export function isFollowUpOver(case_: Pick<CaseState, 'closedAt'>, now: number): boolean {
  const until = followUpUntil(case_)
  return until !== null && now > until
}

/**
 * What a reporter's word about the newest answer comes to. `said`: the same word again is no further word. `settled`: somebody has been on site after
 * this person's "not fixed" and found it fixed, so the same answer is not contradicted by the same person again.
 */
export function weighWord(case_: CaseState, { reportId, fixed }: Word, now: number): 'new' | 'said' | 'settled' | 'over' {
  if (isFollowUpOver(case_, now)) return 'over'
  if (fixed) return wordOf(case_, reportId) === 'fixed' ? 'said' : 'new'
  if (!case_.said.some((word) => word.reportId === reportId && !word.fixed)) return 'new'
  return case_.seenOnSite ? 'settled' : 'said'
}

const ASKED_ABOUT: readonly CaseState['state'][] = ['answered', 'verified', 'closed']

/** Whether 修好了吗 is open to this reporter: not said yet, or said "fixed" and to be contradicted. */
export const mayFollowUp = (case_: CaseState, reportId: string, now: number): boolean =>
  ASKED_ABOUT.includes(case_.state) && !isFollowUpOver(case_, now) && wordOf(case_, reportId) !== 'unfixed'

/** Reports whose people have said nothing about the newest answer. */
export const silentReports = ({ reports, said }: Pick<CaseState, 'reports' | 'said'>): readonly CountedReport[] =>
  reports.filter(({ reportId }) => !said.some((word) => word.reportId === reportId))

/** When those who said nothing are asked once more; null where there is nothing to ask or nobody. */
export function askAgainAt(case_: CaseState): number | null {
  if (case_.answeredAt === null || !ASKED_ABOUT.includes(case_.state) || silentReports(case_).length === 0) return null
  return case_.answeredAt + ASK_AGAIN_DAYS * DAY_MS
}

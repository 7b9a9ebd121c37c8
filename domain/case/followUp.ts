import { DAY_MS } from '../time/beijing'
import type { CaseState } from './caseState'
import { ASK_AGAIN_DAYS, FOLLOW_UP_DAYS_MAX } from './limits'

/** 回访: what a reporter has said about one answer, the last word and whether "not fixed" was among them. It stands with the report. */
export type ReporterWord = { readonly answer: number; readonly fixed: boolean; readonly contradicted: boolean }

type Asked = Pick<CaseState, 'answers'>
/** A word about an earlier answer says nothing about the newest one. */
const wordNow = ({ answers }: Asked, word: ReporterWord | null): ReporterWord | null => (word?.answer === answers ? word : null)

/** What a reporter said last about the newest answer; null: nothing yet. */
export function wordOf(case_: Asked, word: ReporterWord | null): 'fixed' | 'unfixed' | null {
  const last = wordNow(case_, word)
  return last && (last.fixed ? 'fixed' : 'unfixed')
}

/** The word as it stands once this has been said as well. */
export const wordAfter = (case_: Asked, word: ReporterWord | null, fixed: boolean): ReporterWord => ({ answer: case_.answers, fixed, contradicted: !fixed || wordNow(case_, word)?.contradicted === true })

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
export function weighWord(case_: CaseState, word: ReporterWord | null, fixed: boolean, now: number): 'new' | 'said' | 'settled' | 'over' {
  if (isFollowUpOver(case_, now)) return 'over'
  if (fixed) return wordOf(case_, word) === 'fixed' ? 'said' : 'new'
  if (wordNow(case_, word)?.contradicted !== true) return 'new'
  return case_.seenOnSite ? 'settled' : 'said'
}

const ASKED_ABOUT: readonly CaseState['state'][] = ['answered', 'verified', 'closed']

/** Whether 修好了吗 is open to this reporter: not said yet, or said "fixed" and to be contradicted. */
export const mayFollowUp = (case_: CaseState, word: ReporterWord | null, now: number): boolean =>
  ASKED_ABOUT.includes(case_.state) && !isFollowUpOver(case_, now) && wordOf(case_, word) !== 'unfixed'

/** When those who said nothing are asked once more; null where there is nothing to ask. */
export const askAgainAt = (case_: CaseState): number | null =>
  case_.answeredAt === null || !ASKED_ABOUT.includes(case_.state) ? null : case_.answeredAt + ASK_AGAIN_DAYS * DAY_MS

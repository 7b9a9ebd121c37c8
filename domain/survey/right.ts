import type { HouseholdStatus } from '../household/status'
import type { Decisions } from '../rulebook/edition'

/** 入住情况 since an instant: a roster's history only grows. */
export type StatusChange = { readonly at: number; readonly status: HouseholdStatus; readonly by: string; readonly reason: string }

/** What a household was at an instant; null: it was not on the roster yet. */
export const statusAt = (history: readonly StatusChange[], at: number): HouseholdStatus | null => history.filter((change) => change.at <= at).pop()?.status ?? null

/**
 * 应调查户: whether the household is one of those that are asked. Told by the roster as it was when the survey opened: what changes later changes no
 * denominator and gives or takes no right.
 * @source 补充规定 D11
 */
export function isAsked(denominator: Decisions['coverageDenominator'], history: readonly StatusChange[], opensAt: number): boolean {
  const status = statusAt(history, opensAt)
  if (status === null || status === 'removed') return false
  return denominator === 'all' || status === 'occupied'
}

/** How a household stands in a survey. */
export type Standing = 'open' | 'answered' | 'paper' | 'notAsked'
type Asked = { readonly id: string; readonly denominator: Decisions['coverageDenominator']; readonly opensAt: number }
type Household = { readonly history: readonly StatusChange[]; readonly spentIn: readonly string[]; readonly paper: { readonly surveyId: string } | null }
export function standingOf({ history, spentIn, paper }: Household, { id, denominator, opensAt }: Asked): Standing {
  if (spentIn.includes(id)) return 'answered'
  if (!isAsked(denominator, history, opensAt)) return 'notAsked'
  return paper?.surveyId === id ? 'paper' : 'open'
}

import type { CaseState } from './caseState'

/** 待办: what waits for the office, by kind. */
export const DESK_KINDS = ['toFile', 'toDispatch', 'toDecide', 'toVerify', 'reopened', 'findings'] as const
export type DeskKind = (typeof DESK_KINDS)[number]

/** Which of them a case is; it may be several at once. */
export function deskKinds({ state, request, contradicted, findings }: Pick<CaseState, 'state' | 'request' | 'contradicted' | 'findings'>): readonly DeskKind[] {
  const isAnswered = state === 'answered' || state === 'verified'
  const is: Record<DeskKind, boolean> = {
    toFile: state === 'submitted',
    toDispatch: state === 'filed',
    toDecide: request !== null || state === 'returned',
    toVerify: isAnswered && !contradicted,
    // In rework it is the manager's turn; what comes back is looked at on site.
    reopened: (isAnswered || state === 'reopened') && contradicted,
    findings: findings.some(({ status }) => status === 'proposed'),
  }
  return DESK_KINDS.filter((kind) => is[kind])
}

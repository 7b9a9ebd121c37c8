import type { Actor, CaseEventType } from './events'

/** 案卷状态. */
export const CASE_STATES = [
  'submitted', 'withdrawn', 'refused', 'filed', 'dispatched', 'returned', 'suspended', 'answered', 'verified', 'rework', 'reopened', 'closed',
] as const
export type CaseStateName = (typeof CASE_STATES)[number]

type Transition = {
  readonly from: readonly CaseStateName[] | 'nothing'
  /** 'same': the event adds to the story and leaves the state. */
  readonly to: CaseStateName | 'same'
  readonly by: readonly Actor['role'][]
}

const OPEN = ['filed', 'dispatched', 'returned', 'suspended', 'answered', 'verified', 'rework', 'reopened'] as const
/** 附议: what a further report of the same problem joins, a report that nobody has filed yet or a case; null: it is at its end. */
export type OpenAs = 'report' | 'case'
export const openAs = (state: CaseStateName): OpenAs | null => (state === 'submitted' ? 'report' : OPEN.some((open) => open === state) ? 'case' : null)

/** Findings may still be weighed after the case is closed: the deduction stands or falls by itself. */
const WEIGHABLE = [...OPEN, 'closed'] as const

/** The state machine of a case, whole. Nothing outside this table changes a state. */
export const TRANSITIONS = {
  submitted: { from: 'nothing', to: 'submitted', by: ['resident', 'office'] },
  found: { from: 'nothing', to: 'filed', by: ['inspector', 'office'] },
  joined: { from: ['submitted', ...OPEN], to: 'same', by: ['resident', 'office'] },
  remarked: { from: ['submitted', ...OPEN], to: 'same', by: ['resident'] },
  withdrawn: { from: ['submitted'], to: 'withdrawn', by: ['resident'] },
  refused: { from: ['submitted'], to: 'refused', by: ['office'] },
  filed: { from: ['submitted'], to: 'filed', by: ['office'] },
  dispatched: { from: ['filed'], to: 'dispatched', by: ['office', 'inspector'] },
  returned: { from: ['dispatched'], to: 'returned', by: ['manager'] },
  returnRejected: { from: ['returned'], to: 'dispatched', by: ['office'] },
  redirected: { from: ['dispatched', 'returned', 'rework'], to: 'dispatched', by: ['office'] },
  requested: { from: ['dispatched', 'rework'], to: 'same', by: ['manager'] },
  requestRefused: { from: ['dispatched', 'rework'], to: 'same', by: ['office'] },
  extended: { from: ['dispatched', 'rework'], to: 'same', by: ['office'] },
  suspended: { from: ['dispatched', 'rework'], to: 'suspended', by: ['office'] },
  resumed: { from: ['suspended'], to: 'dispatched', by: ['office', 'clock'] },
  answered: { from: ['dispatched', 'rework', 'suspended'], to: 'answered', by: ['manager'] },
  confirmedFixed: { from: ['answered', 'verified', 'closed'], to: 'same', by: ['resident'] },
  reportedUnfixed: { from: ['answered', 'verified', 'closed', 'reopened'], to: 'reopened', by: ['resident'] },
  verified: { from: ['answered', 'reopened', 'verified'], to: 'verified', by: ['office', 'inspector'] },
  /** From closed too: verification (c) draws closed cases. */
  verificationFailed: { from: ['answered', 'verified', 'reopened', 'closed'], to: 'rework', by: ['office', 'inspector'] },
  /** By the clock: the first "not fixed" of a case needs nobody's decision. */
  reworked: { from: ['reopened'], to: 'rework', by: ['office', 'clock'] },
  closed: { from: ['verified'], to: 'closed', by: ['office'] },
  findingProposed: { from: WEIGHABLE, to: 'same', by: ['office', 'inspector', 'clock'] },
  findingConfirmed: { from: WEIGHABLE, to: 'same', by: ['office'] },
  findingDropped: { from: WEIGHABLE, to: 'same', by: ['office'] },
  overdueRecorded: { from: WEIGHABLE, to: 'same', by: ['clock'] },
  /** Only while the clock of handling runs or stands: a run that has ended never changes. */
  relimited: { from: ['dispatched', 'rework', 'suspended', 'returned'], to: 'same', by: ['office'] },
  /** Before it is filed too: that is when nobody else has seen it. */
  photoRedacted: { from: ['submitted', ...WEIGHABLE], to: 'same', by: ['office'] },
} as const satisfies Record<CaseEventType, Transition>

/** The state after an event, or null where the table has no such way. */
export function nextState(from: CaseStateName | null, type: CaseEventType, role: Actor['role']): CaseStateName | null {
  const way: Transition = TRANSITIONS[type]
  if (!way.by.includes(role)) return null
  if (way.from === 'nothing') return from === null && way.to !== 'same' ? way.to : null
  if (from === null || !way.from.includes(from)) return null
  return way.to === 'same' ? from : way.to
}

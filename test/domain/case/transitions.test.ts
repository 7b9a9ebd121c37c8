import { applyEvent, caseFromEvents } from '../../../domain/case/caseState'
import type { Actor, CaseEventType } from '../../../domain/case/events'
import { CASE_STATES, type CaseStateName } from '../../../domain/case/transitions'
import { EVENT_TYPES, happens } from '../support'
import { STORIES } from './stories'

const ROLES = { R: 'resident', M: 'manager', I: 'inspector', O: 'office', C: 'clock' } as const satisfies Record<string, Actor['role']>
type Way = readonly [event: CaseEventType, roles: string, next: CaseStateName]

/** While it is open, neighbours may join and whoever reported it may add to it. */
const joinable = (state: CaseStateName): readonly Way[] => [['joined', 'RO', state], ['remarked', 'R', state]]
/** The office covers a face or a plate whenever it sees one. */
const redactable = (state: CaseStateName): Way => ['photoRedacted', 'O', state]
/** Points may be argued about from the filing on, whatever else happens to the case. */
const weighable = (state: CaseStateName): readonly Way[] => [
  ['findingProposed', 'IOC', state],
  ['findingConfirmed', 'O', state],
  ['findingDropped', 'O', state],
  ['overdueRecorded', 'C', state],
  redactable(state),
]

/** A new calendar or edition moves a limit that has not ended, when the office has seen which and wants it so. */
const relimitable = (state: CaseStateName): Way => ['relimited', 'O', state]

/** Section 3 of the domain text, read state by state: what may happen there, through whom, and where it leads. Nothing else may. */
const LAW: Readonly<Record<CaseStateName, readonly Way[]>> = {
  submitted: [...joinable('submitted'), redactable('submitted'), ['withdrawn', 'R', 'withdrawn'], ['refused', 'O', 'refused'], ['filed', 'O', 'filed']],
  withdrawn: [],
  refused: [],
  // An inspector hands the problems found to the estate at once.
  filed: [...joinable('filed'), ['dispatched', 'OI', 'dispatched'], ...weighable('filed')],
  dispatched: [
    ...joinable('dispatched'),
    relimitable('dispatched'),
    ['answered', 'M', 'answered'],
    ['returned', 'M', 'returned'],
    ['redirected', 'O', 'dispatched'],
    ['requested', 'M', 'dispatched'],
    ['requestRefused', 'O', 'dispatched'],
    ['extended', 'O', 'dispatched'],
    ['suspended', 'O', 'suspended'],
    ...weighable('dispatched'),
  ],
  returned: [...joinable('returned'), relimitable('returned'), ['returnRejected', 'O', 'dispatched'], ['redirected', 'O', 'dispatched'], ...weighable('returned')],
  suspended: [...joinable('suspended'), relimitable('suspended'), ['resumed', 'OC', 'dispatched'], ['answered', 'M', 'answered'], ...weighable('suspended')],
  answered: [
    ...joinable('answered'),
    ['confirmedFixed', 'R', 'answered'],
    ['reportedUnfixed', 'R', 'reopened'],
    ['verified', 'IO', 'verified'],
    ['verificationFailed', 'IO', 'rework'],
    ...weighable('answered'),
  ],
  verified: [
    ...joinable('verified'),
    ['confirmedFixed', 'R', 'verified'],
    ['reportedUnfixed', 'R', 'reopened'],
    ['verificationFailed', 'IO', 'rework'],
    ['closed', 'O', 'closed'],
    ['verified', 'IO', 'verified'],
    ...weighable('verified'),
  ],
  rework: [
    ...joinable('rework'),
    relimitable('rework'),
    ['answered', 'M', 'answered'],
    ['redirected', 'O', 'dispatched'],
    ['requested', 'M', 'rework'],
    ['requestRefused', 'O', 'rework'],
    ['extended', 'O', 'rework'],
    ['suspended', 'O', 'suspended'],
    ...weighable('rework'),
  ],
  reopened: [...joinable('reopened'), ['reportedUnfixed', 'R', 'reopened'], ['verified', 'IO', 'verified'], ['verificationFailed', 'IO', 'rework'], ['reworked', 'OC', 'rework'], ...weighable('reopened')],
  // Verification (c) draws from closed cases: what does not match the closing standard there is reworked like any other.
  closed: [['confirmedFixed', 'R', 'closed'], ['reportedUnfixed', 'R', 'reopened'], ['verificationFailed', 'IO', 'rework'], ...weighable('closed')],
}

const told = (ways: readonly Way[]): readonly string[] =>
  ways.flatMap(([event, roles, next]) => [...roles].map((role) => `${event} by ${ROLES[role as keyof typeof ROLES]} → ${next}`)).sort()

/** Tries every event by every role on the case as it stands. */
function tried(state: CaseStateName | null): readonly string[] {
  const case_ = state === null ? null : caseFromEvents(STORIES[state])
  return EVENT_TYPES.flatMap((type) =>
    Object.values(ROLES).flatMap((role) => {
      const next = applyEvent(case_, happens(type, '2026-04-13 16:00', { role }))
      return next === null ? [] : [`${type} by ${role} → ${next.state}`]
    }),
  ).sort()
}

describe('the life of a case', () => {
  it('has twelve states and twenty-nine kinds of events', () => {
    expect([...CASE_STATES].sort()).toEqual(Object.keys(LAW).sort())
    expect(EVENT_TYPES).toHaveLength(29)
  })

  it('begins with a report of a resident or the office, or with the finding of an inspection, and with nothing else', () => {
    expect(tried(null)).toEqual(told([['submitted', 'RO', 'submitted'], ['found', 'IO', 'filed']]))
  })

  it.each(CASE_STATES)('a case that is %s takes exactly what the law lets happen to it, through exactly those who may', (state) => {
    expect(caseFromEvents(STORIES[state]).state).toBe(state)
    expect(tried(state)).toEqual(told(LAW[state]))
  })

  it.each(['withdrawn', 'refused', 'closed'] as const)('a case that is %s takes no answer, no report that joins, no remark, no dispatch', (state) => {
    const possible = tried(state).map((line) => line.split(' ')[0])
    for (const event of ['answered', 'joined', 'remarked', 'dispatched', 'filed', 'extended', 'suspended', 'redirected']) expect(possible).not.toContain(event)
  })
})

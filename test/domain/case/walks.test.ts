import fc from 'fast-check'
import { applyEvent, caseFromEvents, type CaseState } from '../../../domain/case/caseState'
import type { Actor, CaseEvent } from '../../../domain/case/events'
import { missedDeadlines } from '../../../domain/case/handling'
import { at, calendarOf, EVENT_TYPES, happens, indexOf, threeDays, twoHours } from '../support'

const ROLES: readonly Actor['role'][] = ['resident', 'manager', 'inspector', 'office', 'clock']
const ESTATES = ['east', 'west', 'north']
const HOUR = 3_600_000

type Step = { readonly choice: number; readonly moves: boolean; readonly after: number; readonly estate: number; readonly days: boolean; readonly pause: number }
const steps = fc.array(
  fc.record({ choice: fc.noBias(fc.nat()), moves: fc.boolean(), after: fc.integer({ min: 0, max: 30 * HOUR }), estate: fc.nat(2), days: fc.boolean(), pause: fc.integer({ min: 1, max: 200 * HOUR }) }),
  { minLength: 1, maxLength: 25 },
)

/** Every event that may happen to the case at the instant, with the details of the step. */
function possible(case_: CaseState | null, now: number, step: Step): readonly CaseEvent[] {
  const details: Record<string, unknown> = { estateId: ESTATES[step.estate]!, limit: step.days ? threeDays : twoHours, until: now + step.pause, factAt: now }
  return EVENT_TYPES.flatMap((type) => ROLES.map((role) => happens(type, now, { role })))
    .map((event) => ({ ...event, ...Object.fromEntries(Object.entries(details).filter(([field]) => field in event)) }))
    .filter((event) => applyEvent(case_, event) !== null)
}

/** A walk goes on until a case takes nothing more (withdrawn, refused) or the steps are over. */
function walk(path: readonly Step[], visit: (case_: CaseState, events: readonly CaseEvent[], now: number) => void): void {
  let [case_, now]: [CaseState | null, number] = [null, at('2026-04-13 07:00')]
  const events: CaseEvent[] = []
  for (const step of path) {
    now += step.after
    const ways = possible(case_, now, step)
    // Half of the steps go on to another state, where there is one: else most walks would only gather reports and findings.
    const moving = step.moves ? ways.filter((way) => applyEvent(case_, way)?.state !== case_?.state) : []
    const choices = moving.length > 0 ? moving : ways
    const event = choices[step.choice % choices.length]
    if (!event) return
    events.push(event)
    case_ = applyEvent(case_, event)
    visit(case_!, events, now)
  }
}

const count = (events: readonly CaseEvent[], ...types: readonly CaseEvent['type'][]) => events.filter(({ type }) => types.includes(type)).length

describe('whatever happens to a case', () => {
  it('the index kept step by step equals the one derived from the stored events', () => {
    fc.assert(
      fc.property(steps, (path) =>
        walk(path, (case_, events) => {
          const stored = JSON.parse(JSON.stringify(events)) as CaseEvent[]
          expect(caseFromEvents(stored)).toEqual(case_)
          expect(indexOf(caseFromEvents(stored))).toEqual(indexOf(case_))
        }),
      ),
      { numRuns: 150 },
    )
  })

  it('every start of the clock is one run, only the last can be running, and only redirects send on', () => {
    fc.assert(
      fc.property(steps, (path) =>
        walk(path, (case_, events) => {
          expect(case_.runs).toHaveLength(count(events, 'dispatched', 'redirected', 'verificationFailed', 'reworked'))
          expect(case_.runs.filter(({ sentOn }) => sentOn)).toHaveLength(count(events, 'redirected'))
          expect(case_.runs.slice(0, -1).every(({ stoppedAt }) => stoppedAt !== null)).toBe(true)
          const isHandled = ['dispatched', 'returned', 'suspended', 'rework'].includes(case_.state)
          expect(case_.runs.at(-1)?.stoppedAt === null).toBe(isHandled)
          expect(case_.closedAt !== null).toBe(case_.state === 'closed')
          expect(case_.unfixedCount).toBe(count(events, 'reportedUnfixed'))
          expect([case_.answers, case_.returns, case_.requests]).toEqual([count(events, 'answered'), count(events, 'returned'), count(events, 'requested')])
        }),
      ),
      { numRuns: 150 },
    )
  })

  it('the clock, looking only at the index, finds exactly the cases that have missed a deadline and are not recorded', () => {
    fc.assert(
      fc.property(steps, fc.integer({ min: 0, max: 100 * HOUR }), (path, later) =>
        walk(path, (case_, _, now) => {
          const { judgeAt } = indexOf(case_)
          const judged = missedDeadlines(case_, calendarOf, now + later)
          const unrecorded = judged.ok ? judged.missed.filter(({ run }) => case_.runs[run]!.overdueRecordedAt === null) : []
          expect(judgeAt !== null && judgeAt < now + later).toBe(unrecorded.length > 0)
          if (unrecorded.length > 0) expect(judgeAt).toBe(Math.min(...unrecorded.map(({ dueAt }) => dueAt)))
        }),
      ),
      { numRuns: 150 },
    )
  })

  it('walks reach every state', () => {
    const reached = new Set<string>()
    fc.assert(fc.property(steps, (path) => walk(path, ({ state }) => reached.add(state))), { numRuns: 500, seed: 1 })
    expect([...reached].sort()).toEqual(['answered', 'closed', 'dispatched', 'filed', 'refused', 'reopened', 'returned', 'rework', 'submitted', 'suspended', 'verified', 'withdrawn'])
  })
})

import type { CaseEvent } from '../../../domain/case/events'
import { deskKinds, type DeskKind } from '../../../domain/case/desk'
import type { CaseStateName } from '../../../domain/case/transitions'
import { caseOf, dispatched, happens } from '../support'
import { STORIES } from './stories'

const BY_STATE: Readonly<Record<CaseStateName, readonly DeskKind[]>> = {
  submitted: ['toFile'], withdrawn: [], refused: [], filed: ['toDispatch'], dispatched: [], returned: ['toDecide'], suspended: [], answered: ['toVerify'], verified: ['toVerify'], rework: [], reopened: ['reopened'], closed: [],
}
const states = Object.keys(BY_STATE) as CaseStateName[]
const kindsOf = (...events: readonly CaseEvent[]) => deskKinds(caseOf(...events))

describe('what of a case waits for the office', () => {
  it.each(states)('is told by its state alone where nothing else was asked: %s', (state) => expect(kindsOf(...STORIES[state])).toEqual(BY_STATE[state]))

  it('is a request for time, until it is decided', () => {
    const asked = [...dispatched(), happens('requested', '2026-04-13 10:00')]
    expect(kindsOf(...asked)).toEqual(['toDecide'])
    expect([kindsOf(...asked, happens('extended', '2026-04-13 10:10')), kindsOf(...asked, happens('requestRefused', '2026-04-13 10:10'))]).toEqual([[], []])
  })

  it('is the look on site where a reporter said that it is not fixed, once the manager has answered again', () => {
    const back = [...STORIES.reopened, happens('reworked', '2026-04-13 14:10')]
    expect(kindsOf(...back)).toEqual([])
    const again = [...back, happens('answered', '2026-04-13 15:00')]
    expect(kindsOf(...again)).toEqual(['reopened'])
    expect(kindsOf(...again, happens('verified', '2026-04-13 16:00', { method: 'photos' }))).toEqual(['reopened'])
    expect(kindsOf(...again, happens('verified', '2026-04-13 16:00', { method: 'onSite' }))).toEqual(['toVerify'])
  })

  it('is a finding until it is weighed, beside whatever else it is and after the closing too', () => {
    const proposed = happens('findingProposed', '2026-04-13 16:00', { finding: 'shirked' })
    expect([kindsOf(...STORIES.answered, proposed), kindsOf(...STORIES.closed, proposed)]).toEqual([['toVerify', 'findings'], ['findings']])
    expect(kindsOf(...STORIES.closed, proposed, happens('findingDropped', '2026-04-13 16:10'))).toEqual([])
  })
})

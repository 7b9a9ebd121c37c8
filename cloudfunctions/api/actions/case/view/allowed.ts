import type { CaseState } from '../../../../../domain/case/caseState'
import type { Actor, CaseEventType } from '../../../../../domain/case/events'
import { mayFollowUp } from '../../../../../domain/case/followUp'
import { FOLLOWERS_MAX, PROPOSALS_MAX, REDIRECTS_MAX, REQUESTS_MAX, RETURNS_MAX } from '../../../../../domain/case/limits'
import { isOpen } from '../../../../../domain/case/recurrence'
import { nextState } from '../../../../../domain/case/transitions'
import type { ActionName } from '../../../../../types/api'
import type { CaseDocument, ReportDocument } from '../../../../../types/documents/cases'
import { mayAuditorCall, PERMITTED, type Permission } from '../../../access/permitted'
import { hasRole, mayActOn } from '../../../access/scope'
import type { TownCall } from '../../../context'
import { remarksLeft } from '../addRemark'
import { isUsedUp } from '../checks'
import { needsSiteVisit } from '../closeCase'

/** Which event each step on a case is. What a person is offered is what the state machine would take. */
const STEPS = {
  withdrawCase: 'withdrawn', followUp: 'reportedUnfixed', addRemark: 'remarked', joinCase: 'joined', fileCase: 'filed', refuseCase: 'refused', dispatchCase: 'dispatched', redirectCase: 'redirected',
  rejectReturn: 'returnRejected', decideRequest: 'extended', resumeCase: 'resumed', reworkCase: 'reworked', closeCase: 'closed', verifyCase: ['verified', 'verificationFailed'],
  proposeFinding: 'findingProposed', decideFinding: 'findingConfirmed', returnCase: 'returned', answerCase: 'answered', requestTime: 'requested',
} as const satisfies Partial<Record<ActionName, CaseEventType | readonly CaseEventType[]>>
type Step = keyof typeof STEPS

/** What the state alone does not tell. */
function fits(step: Step, call: TownCall, document: CaseDocument, case_: CaseState, mine: ReportDocument | null): boolean {
  switch (step) {
    case 'withdrawCase': return mine?.first === true
    case 'followUp': return mine !== null && mayFollowUp(case_, mine.word, call.now)
    case 'addRemark': return mine !== null && remarksLeft(document, mine) > 0
    case 'joinCase': return mine === null && isOpen(case_) && document.followers < FOLLOWERS_MAX && call.person.estateId === case_.estateId
    case 'decideRequest': return case_.request !== null
    case 'requestTime': return case_.request === null && case_.requests < REQUESTS_MAX && !isUsedUp(call, case_)
    case 'returnCase': return case_.returns < RETURNS_MAX && !isUsedUp(call, case_)
    case 'redirectCase': return case_.origin === 'reported' && case_.redirects < REDIRECTS_MAX
    case 'closeCase': return !needsSiteVisit(case_)
    case 'proposeFinding': return case_.origin === 'reported' && case_.findings.length < PROPOSALS_MAX
    case 'decideFinding': return case_.findings.some(({ status, proposedBy }) => status === 'proposed' && proposedBy !== call.personId)
    default: return true
  }
}

export function allowedSteps(call: TownCall, document: CaseDocument, case_: CaseState, mine: ReportDocument | null): string[] {
  const isAuditor = hasRole(call.person, 'auditor')
  return (Object.keys(STEPS) as Step[]).filter((step) => {
    if (isAuditor && !mayAuditorCall(step)) return false
    const permission: Permission = PERMITTED[step]
    const roles: readonly Actor['role'][] = typeof permission === 'string' ? ['resident'] : (permission as readonly Actor['role'][])
    return roles.some((role) => role !== 'clock' && mayActOn(call.person, role, document) && [STEPS[step]].flat().some((event) => nextState(case_.state, event, role) !== null)) && fits(step, call, document, case_, mine)
  })
}

import type { CaseState } from '../../../../domain/case/caseState'
import { refuse } from '../../../../types/api/refusal'
import { actor, reply, type Handler } from '../../context'
import { changeCase } from './changeCase'

/** 重点问题 are verified on site, always; and so is what a reporter says is not fixed. @source 方案 四(一)5 */
export const needsSiteVisit = (case_: CaseState): boolean =>
  case_.contradicted || (!case_.seenOnSite && case_.findings.some(({ kind, status }) => kind === 'keyProblem' && status !== 'dropped'))

export const closeCase: Handler<'closeCase'> = async ({ caseId }, call) => {
  const changed = await changeCase(call, caseId, 'office', ({ case_ }) =>
    needsSiteVisit(case_) ? refuse('ON_SITE_REQUIRED') : { ok: true, events: [{ type: 'closed', at: call.now, by: actor(call, 'office') }], tell: [{ whom: 'reporters', kind: 'reportClosed' }] },
  )
  return changed.ok ? reply({}) : changed
}

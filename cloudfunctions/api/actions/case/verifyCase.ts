import type { CaseEvent } from '../../../../domain/case/events'
import { VERIFICATIONS_MAX } from '../../../../domain/case/limits'
import { categoryByCode } from '../../../../domain/rulebook/categoryByCode'
import { refuse } from '../../../../types/api/refusal'
import { hasRole } from '../../access/scope'
import { actor, reply, type Handler } from '../../context'
import { refuseShownBefore, takeAsEvidence } from '../../photos/evidence'
import { receivePhotos } from '../../photos/receivePhotos'
import { changeCase, type Tell } from './changeCase'
import { isRefusal } from './checks'
import { needsSiteVisit } from './closeCase'
import { startOf } from './dispatchCase'

/** 核查. What does not match goes back to work with a new limit; on a reported case a failed verification is proposed as a finding. */
export const verifyCase: Handler<'verifyCase'> = async ({ caseId, matches, method, text, photos: uploads, close }, call) => {
  const received = await receivePhotos(call, `${caseId}|verify|${call.personId}`, uploads)
  if (isRefusal(received)) return received
  const { photos } = received
  const shown = await refuseShownBefore(call, { caseId }, received)
  const role = hasRole(call.person, 'office') ? 'office' : 'inspector'
  const changed = await changeCase(call, caseId, role, async ({ case_, document, edition, transaction }) => {
    const closing = close && role === 'office' && matches
    if (isSame(document.events, { person: call.personId, matches, method, text, photos, closing })) return { ok: true, events: [] }
    if (case_.answeredBy === call.personId) return refuse('OWN_ACT')
    const used = shown ?? (await takeAsEvidence(call, transaction, received))
    if (used) return used
    const happened = { at: call.now, by: actor(call, role) }
    if (!matches) {
      const category = case_.categoryCode === null ? undefined : categoryByCode(edition, case_.categoryCode)
      if (!category) return refuse('STATE_CHANGED')
      const events: CaseEvent[] = [{ type: 'verificationFailed', ...happened, method, text, photos, ...startOf(call, category.limit) }]
      const known = case_.findings.some(({ kind, status, estateId }) => kind === 'failedVerification' && status !== 'dropped' && estateId === case_.estateId)
      if (case_.origin === 'reported' && !known) events.push({ type: 'findingProposed', ...happened, finding: 'failedVerification', reason: text, factAt: call.now })
      return { ok: true, events, received, tell: [{ whom: 'managers', kind: 'caseRework', reason: text }, { whom: 'reporters', kind: 'reportReopened', reason: '核查不符合结案标准' }] }
    }
    // Verified by photos it could be neither closed nor verified again.
    if (method !== 'onSite' && needsSiteVisit(case_)) return refuse('ON_SITE_REQUIRED')
    const decides = closing || case_.state !== 'verified' || needsSiteVisit(case_)
    if (!decides && case_.verifications >= VERIFICATIONS_MAX) return refuse('VERIFICATIONS_USED', { max: VERIFICATIONS_MAX })
    const events: CaseEvent[] = [{ type: 'verified', ...happened, method, text, photos }]
    const tell: Tell[] = []
    if (closing) {
      events.push({ type: 'closed', ...happened })
      tell.push({ whom: 'reporters', kind: 'reportClosed' })
    }
    return { ok: true, events, dispensable: !decides, received, tell }
  })
  return changed.ok ? reply({}) : changed
}

type Verification = { readonly person: string; readonly matches: boolean; readonly method: string; readonly text: string; readonly photos: readonly string[]; readonly closing: boolean }

/** A double tap, or a send whose answer was lost: the same by the same person, and nothing happened since but what it brought with it. */
function isSame(events: readonly CaseEvent[], said: Verification): boolean {
  const index = events.map(({ type }) => type === 'verified' || type === 'verificationFailed').lastIndexOf(true)
  const [last, ...since] = index < 0 ? [] : events.slice(index)
  if (last?.type !== (said.matches ? 'verified' : 'verificationFailed') || last.by.person !== said.person) return false
  const brought = since.every(({ at, by }) => at === last.at && by.person === said.person) && since.some(({ type }) => type === 'closed') === said.closing
  return brought && last.method === said.method && last.text === said.text && last.photos.join() === said.photos.join()
}

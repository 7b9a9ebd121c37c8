import { caseFromEvents } from '../../../domain/case/caseState'
import type { NoticeFacts } from '../../../domain/notice/compose'
import { noticeFactsIn } from '../../../store/caseFacts'
import { noticeDocument } from '../../../store/notices'
import { staffOf } from '../../../store/people'
import type { Rules } from '../../../store/rules'
import type { StoreTransaction } from '../../../store/store'
import { surveyNoticeFacts } from '../../../store/surveyFact'
import { refusalWords, refuse, type Envelope } from '../../../types/api/refusal'
import type { PhotoCheckDocument, PhotoOwner } from '../../../types/documents/privacy'
import type { MediaVerdict } from '../../../types/push/mediaVerdict'
import type { Services } from '../context'

/** What WeChat wants to hear; anything else it sends again. */
const TAKEN = 'success'
/** Where WeChat does not know, the office looks. */
const STATE_OF = { pass: 'passed', risky: 'risky', review: 'unchecked' } as const

/**
 * 照片检查结果, of a call that the platform marked as its own; in addition the trace id has to be right, which cannot be guessed and is told to nobody. Only
 * for photos that wait for a word; the office's own word stands.
 */
export async function takeVerdict(verdict: MediaVerdict, { store, loadRules, now }: Pick<Services, 'store' | 'loadRules'> & { readonly now: number }): Promise<typeof TAKEN | Envelope<never>> {
  const [known] = await store.find('photoChecks', { where: { traceId: verdict.trace_id }, limit: 1 })
  if (!known) {
    const refusal = refuse('NOT_ALLOWED')
    return { ok: false, code: refusal.code, words: refusalWords(refusal), now }
  }
  const isRisky = verdict.errcode === 0 && verdict.result?.suggest === 'risky'
  const [staff, rules] = isRisky ? await Promise.all([staffOf(store, known.townId), loadRules(known.townId, now)]) : [[], null]
  await store.transaction(async (transaction) => {
    const check = await transaction.get('photoChecks', known._id)
    if (check?.traceId !== verdict.trace_id || check.decided !== null || check.state === 'passed' || check.state === 'risky') return
    await transaction.set('photoChecks', judged(check, verdict, now))
    const facts = rules && (await factsOf(transaction, check.of, rules))
    if (!facts) return
    const caseId = 'caseId' in check.of ? check.of.caseId : null
    for (const { _id: personId, grants } of staff)
      if (grants.some(({ role }) => role === 'office'))
        await transaction.set('notices', noticeDocument({ townId: check.townId, personId, kind: 'photoRisky', cause: check._id, caseId, facts, now, inWorkingTime: true }, rules.calendar))
  })
  return TAKEN
}

/** What the office is told the photo belongs to; null where that is gone. */
async function factsOf(transaction: StoreTransaction, of: PhotoOwner, rules: Rules): Promise<NoticeFacts | null> {
  if ('surveyId' in of) {
    const survey = await transaction.get('surveys', of.surveyId)
    return survey && surveyNoticeFacts(await transaction.get('estates', survey.estateId))
  }
  if ('assessmentId' in of) return null
  const document = await transaction.get('cases', of.caseId)
  if (!document) return null
  const case_ = caseFromEvents(document.events)
  return noticeFactsIn(transaction, document, case_, rules.editionOf(case_.editionId))
}

function judged(check: PhotoCheckDocument, { errcode, result }: MediaVerdict, now: number): PhotoCheckDocument {
  // The clock tries again at once, as often as it may.
  if (errcode !== 0 || !result) return { ...check, traceId: null, tryAt: check.tryAt === null ? null : now }
  return { ...check, state: STATE_OF[result.suggest], tryAt: null, personId: null, waitsForOffice: result.suggest !== 'pass' }
}

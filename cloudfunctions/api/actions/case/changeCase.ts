import { caseFromEvents, type CaseState } from '../../../../domain/case/caseState'
import type { Actor, CaseEvent, CaseEventType } from '../../../../domain/case/events'
import { CASE_BYTES_MAX, SENT_BACK_BYTES_MAX } from '../../../../domain/case/limits'
import { photosOf } from '../../../../domain/case/redacted'
import { nextState } from '../../../../domain/case/transitions'
import type { Edition } from '../../../../domain/rulebook/edition'
import { noticeFactsIn, reportCount } from '../../../../store/caseFacts'
import { caughtUp, withEvents } from '../../../../store/caseDocument'
import { noticeDocument, toReporters } from '../../../../store/notices'
import { receiversOf, staffOf } from '../../../../store/people'
import type { StoreTransaction } from '../../../../store/store'
import { refuse, type Refusal } from '../../../../types/api/refusal'
import type { NoticeKind } from '../../../../types/codes'
import type { CaseDocument, CaseRemarkDocument } from '../../../../types/documents/cases'
import type { PersonDocument } from '../../../../types/documents/people'
import { mayActOn } from '../../access/scope'
import { allOrNothing } from '../../allOrNothing'
import type { TownCall } from '../../context'
import { actInOwnName, type Spending } from '../../ownName'
import { NO_PHOTOS, type Received } from '../../photos/receivePhotos'
import { takeIn } from '../../photos/takeIn'

export type Found = { readonly document: CaseDocument; readonly case_: CaseState; readonly edition: Edition; readonly transaction: StoreTransaction }
export type Tell = {
  readonly whom: 'managers' | 'reporters'
  readonly kind: NoticeKind
  readonly reason?: string
  /** The report of whoever has just said it, and need not be told. */
  readonly except?: string
  /** What is told once however often it happens; without it every change is told. */
  readonly cause?: string
}
/** 居民的话, which stands beside the case. */
export type Remark = Pick<CaseRemarkDocument, '_id' | 'type' | 'reportId' | 'text' | 'photos' | 'unchecked'>
export type Decision = {
  readonly ok: true
  readonly events: readonly CaseEvent[]
  readonly remark?: Remark
  readonly tell?: readonly Tell[]
  /** A resident's, where it is one of what is limited a day. */
  readonly spending?: Spending | null
  /** The case comes to its end without it. */
  readonly dispensable?: boolean
  /** The photos that events and remark carry. */
  readonly received?: Received
}
type Changed = { readonly ok: true; readonly document: CaseDocument; readonly case_: CaseState }

const countsWith = ({ followers, remarks, words }: CaseDocument, { type }: Remark): Pick<CaseDocument, 'followers' | 'remarks' | 'words'> => ({
  followers: followers + (type === 'joined' ? 1 : 0), remarks: remarks + (type === 'remarked' ? 1 : 0), words: words + 1,
})

/** What a case that has grown too large does without, so that everything that ends it still fits. What an act is, its first event says. */
const BYTES_MAX: Partial<Record<CaseEventType, number>> = {
  joined: CASE_BYTES_MAX, returned: CASE_BYTES_MAX, redirected: CASE_BYTES_MAX, requested: CASE_BYTES_MAX, findingProposed: CASE_BYTES_MAX, verificationFailed: SENT_BACK_BYTES_MAX, photoRedacted: SENT_BACK_BYTES_MAX,
}
const bytesMaxOf = ({ events: [first], dispensable }: Decision): number => (dispensable ? CASE_BYTES_MAX : ((first && BYTES_MAX[first.type]) ?? Infinity))
const bytesOf = (document: CaseDocument): number => Buffer.byteLength(JSON.stringify(document))

/**
 * The one way a stored case changes: read, decide, append events, and write what people are told, all in one transaction.
 * `decide` may run several times; what it writes itself stands or falls with the change. A way the state machine does not have is refused, with nothing
 * written.
 */
export async function changeCase(call: TownCall, caseId: string, role: Actor['role'] & ('resident' | 'manager' | 'inspector' | 'office'), decide: (found: Found) => Promise<Decision | Refusal> | Decision | Refusal): Promise<Changed | Refusal> {
  const staff = await staffOf(call.store, call.townId)
  return allOrNothing(call.store, async (transaction): Promise<Changed | Refusal> => {
    const stored = await transaction.get('cases', caseId)
    const document = stored && caughtUp(stored, call.rules.calendarOf, call.now)
    if (!document || document.townId !== call.townId) return refuse('NOT_FOUND')
    // Asked again where it is certain: the case may have come to an own estate since the call came in.
    if (!mayActOn(call.person, role, document)) return refuse(role === 'office' || role === 'inspector' ? 'OWN_ESTATE' : 'NOT_FOUND')
    const case_ = caseFromEvents(document.events)
    const edition = call.rules.editionOf(case_.editionId)
    const decided = await decide({ document, case_, edition, transaction })
    if (!decided.ok) return decided
    const { remark } = decided
    // What was said before is not said again.
    const refused = role === 'resident' && (decided.events.length > 0 || remark) ? await actInOwnName(call, transaction, decided.spending) : null
    if (refused) return refused
    if (remark && nextState(case_.state, remark.type, role) === null) return refuse('STATE_CHANGED')
    const changed = withEvents({ ...document, ...(remark && countsWith(document, remark)) }, decided.events, call.rules.calendarOf)
    if (changed === null) return refuse('STATE_CHANGED')
    if (!changed.ok) return refuse('CALENDAR_MISSING', { year: changed.year })
    if (bytesOf(changed.document) > bytesMaxOf(decided)) return refuse('CASE_FULL')
    await transaction.set('cases', changed.document)
    if (remark) await transaction.set('caseRemarks', { ...remark, townId: document.townId, caseId, at: call.now, number: changed.document.words, after: document.events.length })
    await takeIn(call, transaction, { caseId }, decided.received ?? NO_PHOTOS, [...decided.events.flatMap(photosOf), ...(remark?.photos ?? [])])
    await tellAbout(call, transaction, staff, { ...changed, edition: call.rules.editionOf(changed.case_.editionId) }, decided.tell ?? [])
    return changed
  })
}

type Subject = { readonly document: CaseDocument; readonly case_: CaseState; readonly edition: Edition }

/**
 * Writes what people are told of a change, in the change's own transaction: a notice for each of the few who handle the case, and for its reporters, however many
 * they are, one announcement that the clock turns into theirs.
 */
export async function tellAbout(call: TownCall, transaction: StoreTransaction, staff: readonly PersonDocument[], { document, case_, edition }: Subject, tell: readonly Tell[]): Promise<void> {
  if (tell.length === 0) return
  const facts = await noticeFactsIn(transaction, document, case_, edition)
  const { _id: caseId, townId } = document
  for (const { whom, kind, reason, except = null, cause = `${caseId}:${document.events.length}` } of tell) {
    const told = { ...facts, ...(reason !== undefined && { reason }) }
    if (whom === 'reporters') {
      if (reportCount(document) > 0) await transaction.set('announcements', toReporters({ townId, caseId, kind, cause, facts: told, at: call.now, inWorkingTime: false, except, silentAbout: null }))
      continue
    }
    const receivers = receiversOf(staff, document.estateId, kind)
    for (const { _id: personId } of receivers.people) {
      const notice = noticeDocument({ townId, personId, kind: receivers.kind, cause, caseId, facts: told, now: call.now, inWorkingTime: true }, call.rules.calendar)
      // What was told already may be sent or read: it stays as it is.
      if (!(await transaction.get('notices', notice._id))) await transaction.set('notices', notice)
    }
  }
}

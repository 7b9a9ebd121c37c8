import { caseFromEvents, type CaseState } from '../../../../domain/case/caseState'
import type { Actor, CaseEvent } from '../../../../domain/case/events'
import { photosOf } from '../../../../domain/case/redacted'
import type { Edition } from '../../../../domain/rulebook/edition'
import { noticeFactsIn } from '../../../../store/caseFacts'
import { withEvents } from '../../../../store/caseDocument'
import { noticeDocument } from '../../../../store/notices'
import { managersOf, staffOf } from '../../../../store/people'
import type { StoreTransaction } from '../../../../store/store'
import { refuse, type Refusal } from '../../../../types/api/refusal'
import type { NoticeKind } from '../../../../types/codes'
import type { CaseDocument } from '../../../../types/documents/cases'
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
  /** Who has just said it need not be told. */
  readonly except?: string
  /** What is told once however often it happens; without it every change is told. */
  readonly cause?: string
}
export type Decision = {
  readonly ok: true
  readonly events: readonly CaseEvent[]
  readonly tell?: readonly Tell[]
  /** A resident's, where it is one of what is limited a day. */
  readonly spending?: Spending | null
  /** The photos that the events carry. */
  readonly received?: Received
}
type Changed = { readonly ok: true; readonly document: CaseDocument; readonly case_: CaseState }

/**
 * The one way a stored case changes: read, decide, append events, and write what people are told, all in one transaction.
 * `decide` may run several times; what it writes itself stands or falls with the change. A way the state machine does not have is refused, with nothing
 * written.
 */
export async function changeCase(call: TownCall, caseId: string, role: Actor['role'] & ('resident' | 'manager' | 'inspector' | 'office'), decide: (found: Found) => Promise<Decision | Refusal> | Decision | Refusal): Promise<Changed | Refusal> {
  const staff = await staffOf(call.store, call.townId)
  return allOrNothing(call.store, async (transaction): Promise<Changed | Refusal> => {
    const document = await transaction.get('cases', caseId)
    if (!document || document.townId !== call.townId) return refuse('NOT_FOUND')
    // Asked again where it is certain: the case may have come to an own estate since the call came in.
    if (!mayActOn(call.person, role, document)) return refuse(role === 'office' || role === 'inspector' ? 'OWN_ESTATE' : 'NOT_FOUND')
    const case_ = caseFromEvents(document.events)
    const edition = call.rules.editionOf(case_.editionId)
    const decided = await decide({ document, case_, edition, transaction })
    if (!decided.ok) return decided
    // What was said before is not said again.
    const refused = role === 'resident' && decided.events.length > 0 ? await actInOwnName(call, transaction, decided.spending) : null
    if (refused) return refused
    const changed = withEvents(document, decided.events, call.rules.calendar)
    if (changed === null) return refuse('STATE_CHANGED')
    if (!changed.ok) return refuse('CALENDAR_MISSING', { year: changed.year })
    await transaction.set('cases', changed.document)
    await takeIn(call, transaction, { caseId }, decided.received ?? NO_PHOTOS, decided.events.flatMap(photosOf))
    await tellAbout(call, transaction, staff, { ...changed, edition: call.rules.editionOf(changed.case_.editionId) }, decided.tell ?? [])
    return changed
  })
}

type Subject = { readonly document: CaseDocument; readonly case_: CaseState; readonly edition: Edition }

/** Writes the notices of a change into the outbox, in the change's own transaction. */
export async function tellAbout(call: TownCall, transaction: StoreTransaction, staff: readonly PersonDocument[], { document, case_, edition }: Subject, tell: readonly Tell[]): Promise<void> {
  if (tell.length === 0) return
  const facts = await noticeFactsIn(transaction, document, case_, edition)
  for (const { whom, kind, reason, except, cause = `${document._id}:${document.events.length}` } of tell) {
    const people = whom === 'managers' ? managersOf(staff, document.estateId).map(({ _id }) => _id) : await reportersOf(transaction, case_)
    for (const personId of new Set(people)) {
      if (personId === except) continue
      const notice = noticeDocument({ townId: document.townId, personId, kind, cause, caseId: document._id, facts: { ...facts, reason }, now: call.now, inWorkingTime: whom === 'managers' }, call.rules.calendar)
      // What was told already may be sent or read: it stays as it is.
      if (!(await transaction.get('notices', notice._id))) await transaction.set('notices', notice)
    }
  }
}

async function reportersOf(transaction: StoreTransaction, case_: CaseState): Promise<readonly string[]> {
  const reports = await Promise.all(case_.reports.map(({ reportId }) => transaction.get('reports', reportId)))
  return reports.flatMap((report) => report?.personId ?? [])
}

import { MEMBERS_MAX, memberOf, type Member, type Proof, type Relation } from '../../../../domain/household/members'
import { dateOf } from '../../../../domain/time/beijing'
import { UNNAMED } from '../../../../domain/privacy/mask'
import { noticeDocument } from '../../../../store/notices'
import type { StoreTransaction } from '../../../../store/store'
import { refuse, type Refusal } from '../../../../types/api/refusal'
import type { NoticeKind } from '../../../../types/codes'
import type { HouseholdDocument } from '../../../../types/documents/households'
import type { EstateDocument } from '../../../../types/documents/town'
import type { Call } from '../../context'
import { belongsTo } from '../estates'

/** 我的住户 as it stands in replies. */
export const mineOf = ({ _id, estateId, label }: HouseholdDocument, estate: Pick<EstateDocument, 'name'> | null, relation: Relation) => ({ id: _id, estateId, estateName: estate?.name ?? '', label, relation })

type Joining = { readonly by: Proof; readonly relation: Relation; readonly invitedBy: string | null }
type Joined = { readonly ok: true; readonly isNew: boolean; readonly household: ReturnType<typeof mineOf> }

/** Binds the caller, in the transaction of what proves it. Whoever opens the mini-program for the first time belongs to the household's estate from then on. */
export async function addMember(call: Call, transaction: StoreTransaction, household: HouseholdDocument, joining: Joining): Promise<Joined | Refusal> {
  const { townId, estateId } = household
  const [estate, person] = [await transaction.get('estates', estateId), await transaction.get('people', call.personId)]
  const already = memberOf(household.members, call.personId)
  if (already) return { ok: true, isNew: false, household: mineOf(household, estate, already.relation) }
  if (!belongsTo(estate, townId, call.now)) return refuse('ESTATE_LEFT', { estate: estate?.name ?? '这个小区' })
  if (person && person.townId !== townId) return refuse('HOUSEHOLD_ELSEWHERE')
  if (household.members.length >= MEMBERS_MAX) return refuse('HOUSEHOLD_FULL', { max: MEMBERS_MAX })

  const member: Member = { personId: call.personId, since: call.now, ...joining }
  await transaction.set('households', { ...household, members: [...household.members, member] })
  if (!person) await transaction.set('people', { _id: call.personId, openid: call.openid, name: UNNAMED, grants: [], staff: false, townId, estateId })
  else if (person.estateId === null) await transaction.set('people', { ...person, estateId })
  // Who goes and comes again is told of once a day.
  await tell(call, transaction, household, household.members, { kind: 'householdJoined', cause: `${memberId(call, household, member)}:${dateOf(call.now)}` })
  return { ok: true, isNew: true, household: mineOf(household, estate, member.relation) }
}

/** A member's name to the others of the household: it means nothing anywhere else. */
export const memberId = ({ hash }: Pick<Call, 'hash'>, { _id }: Pick<HouseholdDocument, '_id'>, { personId }: Pick<Member, 'personId'>): string => `m${hash(`${_id}|${personId}`).slice(0, 16)}`

type Telling = { readonly kind: NoticeKind; readonly cause: string; readonly reason?: string }
export async function tell(call: Call, transaction: StoreTransaction, { townId, label }: HouseholdDocument, members: readonly Member[], { kind, cause, reason }: Telling): Promise<void> {
  const facts = { subject: label, place: label, dueAt: null, reason }
  for (const { personId } of members) {
    const notice = noticeDocument({ townId, personId, kind, cause, caseId: null, facts, now: call.now, inWorkingTime: false }, null)
    // What was told already may be sent or read: it stays as it is.
    if (!(await transaction.get('notices', notice._id))) await transaction.set('notices', notice)
  }
}

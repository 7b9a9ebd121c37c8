import { PHONE_PROOF_MS, type Relation } from '../../../../domain/household/members'
import { phoneHash } from '../../../../store/households'
import { keepTally } from '../../../../store/tallies'
import { refuse, type Refusal } from '../../../../types/api/refusal'
import type { HouseholdDocument, PhoneProofDocument } from '../../../../types/documents/households'
import { reply, type Call, type Handler, type Outcome } from '../../context'
import { actInOwnName, inOwnName } from '../../ownName'
import { addMember } from './membership'

/** 手机号绑定. */
export const bindByPhone: Handler<'bindByPhone', Call> = async ({ phoneCode, householdId, relation }, call) => {
  const proof = await proofOf(call, phoneCode)
  if ('ok' in proof) return proof
  const households = await householdsWith(call, proof.phoneHash)
  const [first] = households
  if (!first) return refuse('PHONE_UNKNOWN')
  if (householdId !== undefined || households.length === 1) return bind(call, householdId ?? first._id, proof, relation)
  const estates = await call.store.findAll('estates', { where: { _id: { in: households.map(({ estateId }) => estateId) } } })
  return reply({ household: null, choose: households.map(({ _id, estateId, label }) => ({ id: _id, label, estateName: estates.find((estate) => estate._id === estateId)?.name ?? '' })) })
}

/** WeChat gives a number once for each press; it is kept a little, so that the same press sent again, and the choice that follows, find it. */
async function proofOf(call: Call, phoneCode: string | undefined): Promise<PhoneProofDocument | Refusal> {
  const { personId: _id, now } = call
  const known = await call.store.get('phoneProofs', _id)
  const isFresh = known !== null && now < known.expiresAt
  const codeHash = phoneCode === undefined ? null : call.keyedHash(phoneCode)
  if (isFresh && (codeHash === null || known.codeHash === codeHash)) return known
  const mobile = phoneCode === undefined ? null : await call.phoneOf(phoneCode)
  if (codeHash === null || mobile === null) return refuse('PHONE_NOT_GIVEN')
  const proof = { _id, codeHash, phoneHash: phoneHash(call.keyedHash, mobile), expiresAt: now + PHONE_PROOF_MS }
  return call.store.transaction(async (transaction) => {
    const refused = await actInOwnName(call, transaction)
    if (!refused) await transaction.set('phoneProofs', proof)
    return refused ?? proof
  })
}

/** A newcomer may be of any town; who belongs to one is offered that one's. */
async function householdsWith({ store, person }: Call, hash: string): Promise<readonly HouseholdDocument[]> {
  const found = await store.findAll('households', { where: { phoneHashes: hash } })
  return found.filter(({ townId }) => person === null || person.townId === townId).sort((a, b) => (a.estateId + a.order < b.estateId + b.order ? -1 : 1))
}

const bind = (call: Call, householdId: string, { phoneHash: hash }: PhoneProofDocument, relation: Relation): Promise<Outcome<'bindByPhone'>> =>
  call.store.transaction(async (transaction): Promise<Outcome<'bindByPhone'>> => {
    const household = await transaction.get('households', householdId)
    if (!household?.phoneHashes.includes(hash)) return refuse('PHONE_UNKNOWN')
    const own = await inOwnName(call, transaction)
    if (!own.ok) return own
    const joined = await addMember(call, transaction, household, { by: 'phone', relation, invitedBy: null })
    if (joined.ok && joined.isNew) await keepTally(transaction, own.tally, call.now)
    return joined.ok ? reply({ household: joined.household, choose: [] }) : joined
  })

import { dayWords } from '../../../../domain/notice/dayWords'
import { codeStanding, memberOf, type CodeStanding, type Relation } from '../../../../domain/household/members'
import { readCode } from '../../../../domain/household/readCode'
import { blockedUntil, recentTries, TRIES_MAX } from '../../../../domain/household/tries'
import { codeId } from '../../../../store/households'
import type { StoreTransaction } from '../../../../store/store'
import { keepTally } from '../../../../store/tallies'
import { refuse, type Refusal, type RefusalCode } from '../../../../types/api/refusal'
import type { TallyDocument } from '../../../../types/documents/privacy'
import { reply, type Call, type Handler, type Outcome } from '../../context'
import { inOwnName } from '../../ownName'
import { addMember } from './membership'

const CLOSED = { used: 'CODE_USED', replaced: 'CODE_REPLACED', expired: 'CODE_EXPIRED' } as const satisfies Record<Exclude<CodeStanding, 'open'>, RefusalCode>

/** 绑定住户. The try, the code and the membership stand in one transaction: of two phones with one code one is bound, and five tries are five. */
export const bindHousehold: Handler<'bindHousehold', Call> = async ({ code: typed, relation }, call) => {
  const read = readCode(typed)
  if (!read.ok) return refuse('CODE_MISTYPED', { fault: read.fault })
  const _id = codeId(call.keyedHash, read.code)
  return call.store.transaction((transaction) => bind(call, transaction, _id, relation))
}

async function bind(call: Call, transaction: StoreTransaction, _id: string, relation: Relation): Promise<Outcome<'bindHousehold'>> {
  const code = await transaction.get('householdCodes', _id)
  const household = code && (await transaction.get('households', code.householdId))
  const own = await inOwnName(call, transaction)
  if (!own.ok) return own
  const { wrongAt } = own.tally
  const until = blockedUntil(wrongAt, call.now)
  // Who is bound already hears so again, also when it was somebody else's code that failed five times since.
  const isBound = household !== null && memberOf(household.members, call.personId) !== null
  if (until !== null && !isBound) return waitUntil(until)
  if (!code || !household) return countTry(call, transaction, own.tally)

  const standing = codeStanding(code, household.members, call.now)
  if (!isBound && standing !== 'open') return refuse(CLOSED[standing])
  const isSlip = code.kind === 'slip'
  const joined = await addMember(call, transaction, household, { by: isSlip ? 'code' : 'invitation', relation: code.relation ?? relation, invitedBy: isSlip ? null : code.issuedBy })
  if (!joined.ok) return joined
  if (joined.isNew) {
    await keepTally(transaction, own.tally, call.now)
    await transaction.set('householdCodes', { ...code, spentAt: call.now, spentBy: call.personId })
  }
  return reply({ household: joined.household })
}

async function countTry({ now }: Call, transaction: StoreTransaction, tally: TallyDocument): Promise<Refusal> {
  const wrongAt = [...recentTries(tally.wrongAt, now), now]
  await keepTally(transaction, { ...tally, wrongAt }, now)
  const until = blockedUntil(wrongAt, now)
  return until === null ? refuse('CODE_UNKNOWN', { left: TRIES_MAX - wrongAt.length }) : waitUntil(until)
}

const waitUntil = (until: number): Refusal => refuse('TRIES_USED', { max: TRIES_MAX, until: dayWords(until) })

import { withAct, type Act } from '../../domain/abuse/dailyLimits'
import { dateOf } from '../../domain/time/beijing'
import type { StoreTransaction } from '../../store/store'
import { keepTally, tallyId, tallyIn } from '../../store/tallies'
import { refuse, type Refusal } from '../../types/api/refusal'
import type { PersonDocument } from '../../types/documents/people'
import type { TallyDocument } from '../../types/documents/privacy'
import type { Call } from './context'

/** One of what is limited a day, and what to say when all are used. */
export type Spending = { readonly act: Act; readonly max: number; readonly used: Refusal }
type Own = { readonly ok: true; readonly person: PersonDocument | null; readonly tally: TallyDocument }

/**
 * Who acts, as read in the transaction of the act. Refused where the data was deleted after the call came in. A snapshot alone would not see a deletion of the
 * same moment: whoever goes on writes the tally (`keepTally`).
 */
export async function inOwnName(call: Call, transaction: StoreTransaction): Promise<Own | Refusal> {
  const person = await transaction.get('people', call.personId)
  const tally = await tallyIn(transaction, tallyId(call.keyedHash, call.openid))
  const isGone = (call.person !== null && person === null) || (call.erasures !== null && tally.erasures > call.erasures)
  return isGone || person?.erasingAt !== undefined ? refuse('ERASING') : { ok: true, person, tally }
}

/**
 * 以本人名义, in the transaction of what is done: either it comes before a deletion, which then finds what it wrote, or it is refused. Where it is one of what is
 * limited a day (每日次数), no more than allowed get through, also of many at once.
 */
export async function actInOwnName(call: Call, transaction: StoreTransaction, spending: Spending | null = null): Promise<Refusal | null> {
  const own = await inOwnName(call, transaction)
  if (!own.ok) return own
  const tally = spending ? withAct(own.tally, { ...spending, day: dateOf(call.now) }) : own.tally
  if (!tally) return spending!.used
  await keepTally(transaction, tally, call.now)
  return null
}

/** 次数已用完, told before photos are fetched and copied for an act that is refused in the end. The act itself is counted in its own transaction. */
export async function refuseUsedUp({ store, keyedHash, openid, now }: Call, spending: Spending | null): Promise<Refusal | null> {
  const tally = spending && (await store.get('tallies', tallyId(keyedHash, openid)))
  return tally && withAct(tally, { ...spending, day: dateOf(now) }) === null ? spending.used : null
}

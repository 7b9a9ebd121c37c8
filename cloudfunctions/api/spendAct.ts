import type { Act } from '../../domain/abuse/dailyLimits'
import { dateOf } from '../../domain/time/beijing'
import type { StoreTransaction } from '../../store/store'
import { refuse, type Refusal } from '../../types/api/refusal'
import type { TownCall } from './context'

type Spending = { readonly act: Act; readonly max: number; readonly used: Refusal }

/**
 * 每日次数, in the transaction of the act itself: of many at once no more than allowed get through. It stands with the person, so that nothing is written in
 * the name of somebody whose data is being deleted at that moment.
 */
export async function spendAct({ personId, now }: TownCall, transaction: StoreTransaction, { act, max, used }: Spending): Promise<Refusal | null> {
  const person = await transaction.get('people', personId)
  if (!person || person.erasingAt !== undefined) return refuse('ERASING')
  const day = dateOf(now)
  const acts = person.acts?.day === day ? person.acts : { day, reports: 0, joins: 0, remarks: 0 }
  if (acts[act] >= max) return used
  await transaction.set('people', { ...person, acts: { ...acts, [act]: acts[act] + 1 } })
  return null
}

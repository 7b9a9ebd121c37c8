import type { Stored } from '../../store/database'
import { BATCH, type Outcome, type Services } from './job'

/** So many at once, each in a transaction of its own. */
const ABREAST = 5

export type Find<Item> = (skip: number) => Promise<readonly Item[]>
/** `done` and `failures` of a few; what is in neither was not begun, for want of time. */
export type LotOutcome = { readonly done: number; readonly failures: readonly unknown[] }

/**
 * Works through what is due, a few at a time, while there is time. One that fails does not hold up the rest: it stays due, is stepped over, and all failures are told together at the end.
 * @param find the next batch, after so many that stay due
 * @param batch so many as it finds at most
 */
export const eachDue = <Item extends Stored>(services: Services, find: Find<Item>, work: (item: Item) => Promise<void>, batch?: number): Promise<Outcome> => eachLot(services, find, (lot) => eachOf(lot, work), { batch })

/** The same for what is done a few in one go. */
export async function eachLot<Item extends Stored>({ hasTime }: Pick<Services, 'hasTime'>, find: Find<Item>, work: (lot: readonly Item[]) => Promise<LotOutcome>, { batch = BATCH, size = ABREAST }: { batch?: number | undefined; size?: number }): Promise<Outcome> {
  const seen = new Set<string>()
  const failures: unknown[] = []
  let [done, skip, more] = [0, 0, false]
  for (let found = batch; found === batch && !more; ) {
    const items = await find(skip)
    found = items.length
    const fresh = items.filter(({ _id }) => !seen.has(_id))
    // What was worked on and is still due will not go away by being asked for again.
    skip += found - fresh.length
    for (let from = 0; from < fresh.length && !more; from += size) {
      const lot = fresh.slice(from, from + size)
      if (seen.size > 0 && !hasTime()) more = true
      else {
        const outcome = await work(lot)
        for (const { _id } of lot) seen.add(_id)
        done += outcome.done
        failures.push(...outcome.failures)
        more = outcome.done + outcome.failures.length < lot.length
      }
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} of ${done + failures.length} failed`)
  return { done, more }
}

/** All of a few at once; one that fails does not hold up the others. */
export async function eachOf<Item>(lot: readonly Item[], work: (item: Item) => Promise<void>): Promise<LotOutcome> {
  const failures: unknown[] = []
  await Promise.all(lot.map((item) => work(item).catch((error: unknown) => void failures.push(error))))
  return { done: lot.length - failures.length, failures }
}

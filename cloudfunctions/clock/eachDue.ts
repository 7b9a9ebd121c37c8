import { PAGE_MAX, type Stored } from '../../store/database'
import { BATCH, type Outcome, type Services, type Stuck } from './job'

/** So many at once, each in a transaction of its own. */
const ABREAST = 5

/** What is due, of a town or of none that is known. */
export type Due = Stored & { readonly townId?: string }
/** The first so many of what is due. */
export type Find<Item> = (limit: number) => Promise<readonly Item[]>
export type Failure = { readonly item: Due; readonly error: unknown }
/** `done` and `failures` of a few; what is in neither was not begun, for want of time. */
export type LotOutcome = { readonly done: number; readonly failures: readonly Failure[] }
type Kept = Pick<Services, 'hasTime' | 'stuck' | 'tried'>

/**
 * Works through what is due, a few at a time, while there is time. One that fails holds up no other: it stays due, is stepped over, and in the beats that follow comes after all that has
 * not failed yet.
 * @param find the first so many of what is due
 * @param batch so many as it is asked for at first
 */
export const eachDue = <Item extends Due>(services: Kept, find: Find<Item>, work: (item: Item) => Promise<void>, batch?: number): Promise<Outcome> => eachLot(services, find, (lot) => eachOf(lot, work), { batch })

/** The same for what is done a few in one go. */
export async function eachLot<Item extends Due>(services: Kept, find: Find<Item>, work: (lot: readonly Item[]) => Promise<LotOutcome>, { batch = BATCH, size = ABREAST }: { batch?: number | undefined; size?: number }): Promise<Outcome> {
  const walk = openWalk(services, work, size)
  const known = new Map<string, Item>()
  let limit = batch
  for (;;) {
    const items = await find(limit)
    for (const item of items) if (services.stuck.has(item._id)) known.set(item._id, item)
    const fresh = items.filter(({ _id }) => !walk.seen.has(_id) && !services.stuck.has(_id))
    await walk.through(fresh)
    if (walk.isCutShort() || items.length < limit) break
    if (fresh.length > 0) continue
    // All that was found stays due: what comes after it is found by asking for more, as far as one query goes.
    if (limit === PAGE_MAX) break
    limit = Math.min(items.length + batch, PAGE_MAX)
  }
  const again = [...known.values()].filter(({ _id }) => !walk.seen.has(_id))
  if (!walk.isCutShort() && services.hasTime()) await walk.through(again)
  const untried = [...known.values()].filter(({ _id }) => !walk.seen.has(_id) || services.tried.has(_id)).map(stuckOf)
  const unseen = walk.isCutShort() ? [...services.stuck.values()].filter(({ id }) => !known.has(id)) : []
  return { done: walk.done(), more: walk.isCutShort(), failed: walk.failures.map(({ item, error }) => ({ ...stuckOf(item), error })), stuck: [...untried, ...unseen] }
}

const stuckOf = ({ _id, townId = null }: { _id: string; townId?: string | null }): Stuck => ({ id: _id, townId })

function openWalk<Item extends Due>({ hasTime, tried }: Kept, work: (lot: readonly Item[]) => Promise<LotOutcome>, size: number) {
  const seen = new Set(tried)
  const failures: Failure[] = []
  let [done, begun, cutShort] = [0, 0, false]
  return {
    seen, failures, done: () => done, isCutShort: () => cutShort,
    through: async (items: readonly Item[]): Promise<void> => {
      const left = items.filter(({ _id }) => !seen.has(_id))
      for (let from = 0; from < left.length && !cutShort; from += size) {
        const lot = left.slice(from, from + size)
        if (begun > 0 && !hasTime()) cutShort = true
        else {
          const outcome = await work(lot)
          for (const { _id } of lot) seen.add(_id)
          begun += lot.length
          done += outcome.done
          failures.push(...outcome.failures)
          cutShort = outcome.done + outcome.failures.length < lot.length
        }
      }
    },
  }
}

/** All of a few at once; one that fails does not hold up the others. */
export async function eachOf<Item extends Due>(lot: readonly Item[], work: (item: Item) => Promise<void>): Promise<LotOutcome> {
  const failures: Failure[] = []
  await Promise.all(lot.map((item) => work(item).catch((error: unknown) => void failures.push({ item, error }))))
  return { done: lot.length - failures.length, failures }
}

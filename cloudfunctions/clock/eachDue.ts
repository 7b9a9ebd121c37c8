import { BATCH } from './job'

/** So many batches of failures are stepped over in one beat. */
const BATCHES_MAX = 10

/**
 * Works through what is due. One that fails does not hold up the rest: it stays due, is stepped over, and all failures are told together at the end.
 * @param find the next batch, after so many that stay due
 * @param batch so many as it finds at most
 * @returns how many were done
 */
export async function eachDue<Item>(find: (skip: number) => Promise<readonly Item[]>, work: (item: Item) => Promise<void>, batch = BATCH): Promise<number> {
  const failures: unknown[] = []
  let done = 0
  for (let batches = 0; batches < BATCHES_MAX && done < batch; batches += 1) {
    const items = await find(failures.length)
    for (const item of items) {
      try {
        await work(item)
        done += 1
      } catch (error) {
        failures.push(error)
      }
    }
    if (items.length < batch) break
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} of ${done + failures.length} failed`)
  return done
}

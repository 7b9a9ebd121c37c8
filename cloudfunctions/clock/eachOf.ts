/** Works through a batch; one that fails does not hold up the rest, and all failures are told together at the end. */
export async function eachOf<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<number> {
  const failures: unknown[] = []
  for (const item of items) {
    try {
      await work(item)
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} of ${items.length} failed`)
  return items.length
}

/** Works through all of them, so many at once: a reply need not wait for one write after the other, and the database is not flooded. */
export async function atATime<Item>(count: number, items: readonly Item[], work: (item: Item) => Promise<unknown>): Promise<void> {
  const waiting = items[Symbol.iterator]()
  const worker = async () => {
    for (let next = waiting.next(); !next.done; next = waiting.next()) await work(next.value)
  }
  const ended = await Promise.allSettled(Array.from({ length: count }, worker))
  // All have stopped before it is told: nothing goes on behind the reply.
  for (const end of ended) if (end.status === 'rejected') throw end.reason
}

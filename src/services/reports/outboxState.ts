import type { Arrived, Sending } from './sendReport'

/** What the pages see of the sending: which report is on its way, which have arrived since the app was opened, and of which of them nobody has heard yet. */
type Outbox = { readonly sending: Sending | null; readonly arrived: readonly Arrived[]; readonly news: readonly Arrived[] }

let outbox: Outbox = { sending: null, arrived: [], news: [] }
const listeners = new Set<() => void>()
const watched = new Set<string>()

export const readOutbox = (): Outbox => outbox

export function tellOutbox(part: Partial<Outbox>) {
  outbox = { ...outbox, ...part }
  listeners.forEach((listener) => listener())
}

export function onOutbox(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

export function addArrival(arrived: Arrived) {
  tellOutbox({ arrived: [...outbox.arrived, arrived], news: watched.has(arrived.key) ? outbox.news : [...outbox.news, arrived] })
}
export const seeArrival = (key: string): void => tellOutbox({ news: outbox.news.filter((arrived) => arrived.key !== key) })

/** A page that waits for this report says itself that it has arrived. */
export function watchReport(key: string): () => void {
  watched.add(key)
  return () => void watched.delete(key)
}

import type { Arrived, Sending } from './sendReport'

/** What the pages see of the sending: which report is on its way, and which have arrived since the app was opened. */
type Outbox = { readonly sending: Sending | null; readonly arrived: readonly Arrived[] }

let outbox: Outbox = { sending: null, arrived: [] }
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

/** A page that waits for this report says itself that it has arrived. */
export function watchReport(key: string): () => void {
  watched.add(key)
  return () => void watched.delete(key)
}
export const isWatched = (key: string): boolean => watched.has(key)

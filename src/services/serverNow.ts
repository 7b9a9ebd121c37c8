// Phone clocks are wrong, and the local cloud's clock can be moved: every countdown runs on the server's time, and before the server was heard there is none.
let aheadMs: number | null = null
const JUMP_MS = 30_000
const listeners = new Set<() => void>()

/** The server's time; null until it was heard. What is asked, or kept on the phone, goes by this one. */
export const heardNow = (): number | null => (aheadMs === null ? null : Date.now() + aheadMs)

/** The same beside an answer, by which it was heard. Never the phone's own clock: that would look right, and be wrong. */
export const serverNow = (): number => heardNow() ?? Number.NaN

export function heardFromServer(now: number) {
  if (!Number.isFinite(now)) return
  const before = aheadMs
  aheadMs = now - Date.now()
  if (before === null || Math.abs(aheadMs - before) >= JUMP_MS) listeners.forEach((listener) => listener())
}

/** Told when the first answer has brought the time, and when the clock was moved. */
export function onClockJump(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

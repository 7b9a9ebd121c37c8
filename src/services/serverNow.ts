// Phone clocks are wrong, and the local cloud's clock can be moved: every countdown runs on the server's time.
let aheadMs = 0
const JUMP_MS = 30_000
const listeners = new Set<() => void>()

export const serverNow = (): number => Date.now() + aheadMs

export function heardFromServer(now: number) {
  if (!Number.isFinite(now)) return
  const before = aheadMs
  aheadMs = now - Date.now()
  if (Math.abs(aheadMs - before) >= JUMP_MS) listeners.forEach((listener) => listener())
}

/** Told when the first answer shows that this phone's clock is wrong, or the clock was moved. */
export function onClockJump(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

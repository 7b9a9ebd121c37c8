import { useSyncExternalStore } from 'react'
import type { SlipWords } from '../households/slipText'

const NONE: readonly SlipWords[] = []
const drawn = new Map<string, readonly SlipWords[]>()
const listeners = new Set<() => void>()
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** Slips drawn since the app was opened, by estate: another page looked at meanwhile loses none. Not written on the phone, where somebody else might find them. */
export function keepDrawn(estateId: string, slips: readonly SlipWords[]): void {
  drawn.set(estateId, slips)
  listeners.forEach((listener) => listener())
}
export function useDrawn(estateId: string): readonly SlipWords[] {
  const read = () => drawn.get(estateId) ?? NONE
  return useSyncExternalStore(subscribe, read, read)
}

import { HOUR_MS } from '../time/beijing'

/** 输错次数: decision 0020. Only codes that nobody has count; a slip of the finger is caught by the check letter and costs nothing. */
export const TRIES_MAX = 5
const WINDOW_MS = HOUR_MS

/** Those of the last hour, oldest first. */
export const recentTries = (tries: readonly number[], now: number): readonly number[] => tries.filter((at) => at > now - WINDOW_MS).sort((a, b) => a - b)

/** Until when a person has to wait; null: may try now. */
export function blockedUntil(tries: readonly number[], now: number): number | null {
  const recent = recentTries(tries, now)
  const nth = recent[recent.length - TRIES_MAX]
  return nth === undefined ? null : nth + WINDOW_MS
}

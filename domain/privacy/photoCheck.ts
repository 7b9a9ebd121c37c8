import { MINUTE_MS } from '../time/beijing'

/** 照片内容检查. `waiting`: WeChat has not said yet; `unchecked`: it could not, and the office looks. */
export const PHOTO_STATES = ['waiting', 'passed', 'risky', 'unchecked'] as const
export type PhotoState = (typeof PHOTO_STATES)[number]

/** WeChat checks only for people who were there in the last two hours: the last try comes after an hour, the end within two (decision 0022). */
export const PHOTO_TRIES_MAX = 3
/** WeChat takes up to half an hour. */
const VERDICT_MS = 35 * MINUTE_MS
const RETRY_MS = 20 * MINUTE_MS

/** When the clock looks at a photo again: later if the check was begun, sooner if it could not be. */
export const nextTryAt = (now: number, isBegun: boolean): number => now + (isBegun ? VERDICT_MS : RETRY_MS)

/** Who looks: the office, others who handle the case, one of its reporters, or the neighbourhood. */
export type PhotoReader = 'office' | 'handler' | 'reporter' | 'neighbour'
/** Who sent it, as the reader sees it. */
export type PhotoSender = 'me' | 'staff' | 'neighbour'

/**
 * Whether a photo is shown. What is risky only the office sees. Who handles a case sees the rest at once, and so does a reporter what he sent himself and
 * what he is asked about; everybody else only what has passed.
 */
export function mayShowPhoto(state: PhotoState, reader: PhotoReader, sender: PhotoSender): boolean {
  if (reader === 'office') return true
  if (state === 'risky') return false
  if (state === 'passed' || reader === 'handler') return true
  return reader === 'reporter' && sender !== 'neighbour'
}

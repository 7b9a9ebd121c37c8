import { MINUTE_MS } from '../../domain/time/beijing'
import type { Cloud } from '../../local-cloud/start'
import { TEMPLATE_KEYS, type TemplateKey } from '../../types/codes'
import { maximum, median } from '../measure'
import type { Line } from '../table'
import { BEGINS } from './town'

/** How many wait, and since when the oldest does, in whole town minutes. */
type Wait = { readonly count: number; readonly minutes: number }
export type Minute = {
  readonly minute: number
  readonly calls: number
  readonly wasKilled: boolean
  /** Since a beat last came to its end. */
  readonly heartbeatMinutes: number
  /** Deadlines that have passed and are not booked, and reminders that are due and not written: nobody is told of them before. */
  readonly toBook: Wait
  readonly toRemind: Wait
  readonly notices: Readonly<Record<TemplateKey, Wait>>
  /** 待告知: what will be deadline notices of managers, and progress notices of reporters. */
  readonly toManagers: Wait
  readonly toReporters: Wait
  readonly photos: Wait
}

/** What waits when a minute is over, a moment before the clock's next beat. */
export function lookAround({ engine, invocations }: Cloud, minute: number): Minute {
  const now = BEGINS + (minute + 1) * MINUTE_MS
  const waitOf = (since: readonly number[]): Wait => ({ count: since.length, minutes: Math.floor(maximum(since.map((at) => now - at)) / MINUTE_MS) })
  const all = (name: string, filter: Record<string, unknown>) => engine.find(name, { filter, limit: Number.MAX_SAFE_INTEGER })
  const announced = (audience: string) => all('announcements', { audience, at: { $lte: now } }).map(({ at }) => at as number)
  const waiting = all('notices', { state: 'waiting', tryAt: { $lte: now } })
  const [heartbeat] = engine.find('heartbeats', { filter: { _id: 'clock' } })
  const beat = [...invocations()].reverse().find(({ functionName }) => functionName === 'clock')!
  return {
    minute, calls: beat.databaseCalls, wasKilled: /timed out/.test(beat.message ?? ''), heartbeatMinutes: heartbeat ? Math.floor((now - ((heartbeat.endedAt ?? heartbeat.at) as number)) / MINUTE_MS) : Infinity,
    toBook: waitOf(all('cases', { bookAt: { $lt: now } }).map(({ bookAt }) => bookAt as number)),
    toRemind: waitOf(all('cases', { remindAt: { $lte: now } }).map(({ remindAt }) => remindAt as number)),
    notices: Object.fromEntries(TEMPLATE_KEYS.map((key) => [key, waitOf(waiting.filter(({ template }) => template === key).map(({ createdAt }) => createdAt as number))])) as Record<TemplateKey, Wait>,
    toManagers: waitOf(announced('managers')),
    toReporters: waitOf(announced('reporters')),
    photos: waitOf(all('photoChecks', { tryAt: { $lte: now } }).map(({ tryAt }) => tryAt as number)),
  }
}

const ago = (minutes: number): string => (Number.isFinite(minutes) ? `${minutes} min ago` : 'never')
const wait = ({ count, minutes }: Wait): string => (count === 0 ? '0' : `${count}, ${minutes} min`)
/** Of few minutes each is shown; of many every fifth, and the last. */
const SHOWN_ALL = 12
const EVERY = 5

export function backlogLines(minutes: readonly Minute[]): readonly Line[] {
  const shown = minutes.length <= SHOWN_ALL ? minutes : minutes.filter(({ minute }, index) => minute % EVERY === 0 || index === minutes.length - 1)
  return shown.map(({ minute, calls, wasKilled, heartbeatMinutes, toBook, toRemind, notices, toManagers, toReporters, photos }) => ({
    minute: String(minute), 'calls of the beat': `${calls}${wasKilled ? ', killed' : ''}`, 'last beat to its end': ago(heartbeatMinutes),
    'to book': wait(toBook), 'to remind': wait(toRemind), 'deadlines waiting': wait(notices.caseDeadline), 'tasks waiting': wait(notices.caseTask), 'progress waiting': wait(notices.caseProgress), 'managers to tell': wait(toManagers), 'reporters to tell': wait(toReporters), 'photos to check': wait(photos),
  }))
}

/** After three minutes without a beat that came to its end the office is told so. */
const HEALTHY_MINUTES = 3

export function clockLine(minutes: readonly Minute[]): Line {
  const calls = minutes.map((each) => each.calls)
  const longest = (of: (minute: Minute) => number): string => String(maximum(minutes.map(of)))
  return {
    'the clock': `${minutes.length} beats`, killed: String(minutes.filter(({ wasKilled }) => wasKilled).length), 'calls, median': String(median(calls)), 'calls, most': String(maximum(calls)),
    'last to its end': ago(minutes.at(-1)?.heartbeatMinutes ?? Infinity), 'minutes without one for three': String(minutes.filter(({ heartbeatMinutes }) => heartbeatMinutes > HEALTHY_MINUTES).length),
    'longest wait, to book': longest(({ toBook }) => toBook.minutes), 'to remind': longest(({ toRemind }) => toRemind.minutes), deadlines: longest(({ notices, toManagers }) => Math.max(notices.caseDeadline.minutes, toManagers.minutes)), tasks: longest(({ notices }) => notices.caseTask.minutes), progress: longest(({ notices, toReporters }) => Math.max(notices.caseProgress.minutes, toReporters.minutes)), photos: longest(({ photos }) => photos.minutes),
  }
}

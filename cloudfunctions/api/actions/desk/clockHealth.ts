import type { Store } from '../../../../store/store'
import type { ReplyOf } from '../../../../types/api'
import { CLOCK_JOBS, type ClockJob } from '../../../../types/codes'
import type { HeartbeatDocument } from '../../../../types/documents/notices'

type Clock = ReplyOf<'readDesk'>['clock']

/** A beat begins each minute; so long without one, or without the end of one, is no accident. */
const SILENCE_MAX_MS = 3 * 60_000
/** Younger ones are on their way. */
const BACKLOG_FROM_MS = 2 * 60_000

/**
 * 时钟的健康, as its heartbeat tells: the worst that is true for a town, and which jobs it is about.
 * @param named what the desk tells by name as stuck
 */
export function clockHealth(heartbeat: HeartbeatDocument | null, townId: string, named: ReadonlySet<string>, now: number): Pick<Clock, 'state' | 'beganAt' | 'endedAt' | 'jobs'> {
  if (!heartbeat) return { state: 'stopped', beganAt: null, endedAt: null, jobs: [] }
  const { at: beganAt, endedAt, lost, failed, behind, stuck } = heartbeat
  const isStuck = (job: ClockJob): boolean => stuck.some((each) => each.job === job && !named.has(each.id) && (each.townId ?? townId) === townId)
  const failing = CLOCK_JOBS.filter((job) => failed.includes(job) || isStuck(job))
  const told = { beganAt, endedAt }
  if (now - beganAt > SILENCE_MAX_MS) return { ...told, state: 'stopped', jobs: [] }
  // One after the other begins, and is ended before it has come to its own end.
  if (lost > 0 && (endedAt === null || now - endedAt > SILENCE_MAX_MS)) return { ...told, state: 'cutShort', jobs: [] }
  if (failing.length > 0) return { ...told, state: 'failing', jobs: failing }
  return behind.length > 0 ? { ...told, state: 'behind', jobs: [...behind] } : { ...told, state: 'well', jobs: [] }
}

/** 积压的消息 of a town: how many wait that could go out, and since when the oldest does; null where none waits long. */
export async function messageBacklog(store: Store, townId: string, now: number): Promise<Clock['backlog']> {
  const where = { townId, state: 'waiting', waitingSince: { lte: now - BACKLOG_FROM_MS } } as const
  const [oldest] = await store.find('notices', { where, orderBy: [['waitingSince', 'asc']], limit: 1, fields: ['waitingSince'] })
  return oldest ? { count: await store.count('notices', { ...where, waitingSince: { lte: now } }), oldestAt: oldest.waitingSince } : null
}

import type { Store } from '../../../../store/store'
import type { ReplyOf } from '../../../../types/api'
import type { ClockJob } from '../../../../types/codes'
import type { HeartbeatDocument } from '../../../../types/documents/notices'

type Clock = ReplyOf<'readDesk'>['clock']

/** A beat begins each minute; so long without one, or without the end of one, is no accident. */
const SILENCE_MAX_MS = 3 * 60_000
/** Younger ones are on their way. */
const BACKLOG_FROM_MS = 2 * 60_000

/**
 * 时钟的健康, as its heartbeat tells: the worst that is true, and which jobs it is about.
 * @param named the jobs whose failure the desk tells by its cause already
 */
export function clockHealth(heartbeat: HeartbeatDocument | null, named: readonly ClockJob[], now: number): Pick<Clock, 'state' | 'beganAt' | 'endedAt' | 'jobs'> {
  if (!heartbeat) return { state: 'stopped', beganAt: null, endedAt: null, jobs: [] }
  const { at: beganAt, endedAt, behind } = heartbeat
  const failed = heartbeat.failed.filter((job) => !named.includes(job))
  const told = { beganAt, endedAt }
  if (now - beganAt > SILENCE_MAX_MS) return { ...told, state: 'stopped', jobs: [] }
  // It begins, and is ended before it has come to its own end.
  if (endedAt === null || now - endedAt > SILENCE_MAX_MS) return { ...told, state: 'cutShort', jobs: [] }
  if (failed.length > 0) return { ...told, state: 'failing', jobs: failed }
  return behind.length > 0 ? { ...told, state: 'behind', jobs: [...behind] } : { ...told, state: 'well', jobs: [] }
}

/** 积压的消息 of a town: how many wait that could go out, and since when the oldest does; null where none waits long. */
export async function messageBacklog(store: Store, townId: string, now: number): Promise<Clock['backlog']> {
  const where = { townId, state: 'waiting', tryAt: { lte: now - BACKLOG_FROM_MS } } as const
  const [oldest] = await store.find('notices', { where, orderBy: [['tryAt', 'asc']], limit: 1, fields: ['tryAt'] })
  return oldest ? { count: await store.count('notices', { ...where, tryAt: { lte: now } }), oldestAt: oldest.tryAt } : null
}

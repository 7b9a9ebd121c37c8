import type { Store } from '../../store/store'
import type { ClockJob } from '../../types/codes'
import type { HeartbeatDocument } from '../../types/documents/notices'
import type { Stuck } from './job'

/** What a clock has to say of which nothing is known yet. */
export const SILENT: Omit<HeartbeatDocument, '_id' | 'at'> = { endedAt: null, lost: 0, begun: null, lostIn: [], failed: [], behind: [], unserved: [], stuck: [] }
/** So many of what is stuck are remembered; what is beyond is tried again and found to be stuck again. */
const STUCK_MAX = 1000

export type Heart = {
  /** The beat before this one, or two of which the first has not come to its end. */
  readonly before: HeartbeatDocument
  /** The jobs in which beats were lost since one came to its end. */
  readonly lostIn: readonly ClockJob[]
  /** A beat has begun and not come to its end: from then on each tells which job it begins, so that those in which beats are lost are known, and wait for the others. */
  readonly begin: (job: ClockJob) => Promise<void>
  readonly end: (course: Pick<HeartbeatDocument, 'failed' | 'behind' | 'unserved' | 'stuck'>) => Promise<void>
}

/** 心跳, written down before anything else and once more at its end, so that a beat that was killed is told from a clock that stands still. */
export async function openHeart(store: Pick<Store, 'get' | 'set'>, now: number): Promise<Heart> {
  const known = await store.get('heartbeats', 'clock')
  const before: HeartbeatDocument = known ?? { ...SILENT, _id: 'clock', at: now }
  const isLost = known !== null && known.endedAt !== known.at
  const lost = isLost ? before.lost + 1 : 0
  const lostIn = before.begun === null ? before.lostIn : [...before.lostIn.filter((job) => job !== before.begun), before.begun]
  const beat = { ...before, at: now, lost, begun: null, lostIn }
  await store.set('heartbeats', beat)
  return {
    before, lostIn,
    begin: async (begun) => (lost > 0 ? store.set('heartbeats', { ...beat, begun }) : undefined),
    end: ({ stuck, ...course }) => store.set('heartbeats', { ...course, _id: 'clock', at: now, endedAt: now, lost: 0, begun: null, lostIn: [], stuck: stuck.slice(0, STUCK_MAX) }),
  }
}

/** What is stuck of a job, by id. */
export const stuckOf = ({ stuck }: Pick<HeartbeatDocument, 'stuck'>, job: ClockJob): ReadonlyMap<string, Stuck> => new Map(stuck.filter((each) => each.job === job).map(({ id, townId }) => [id, { id, townId }]))

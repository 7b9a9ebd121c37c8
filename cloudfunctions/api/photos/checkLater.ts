import type { CaseEvent } from '../../../domain/case/events'
import { photosOf } from '../../../domain/case/redacted'
import type { StoreTransaction } from '../../../store/store'
import type { TownCall } from '../context'
import { photoId } from './photoId'

/** Writes down, with the events, that their photos are to be checked: the clock begins the checks, so that none is forgotten when a function is killed. */
export async function checkLater({ hash, townId, personId, now }: TownCall, transaction: StoreTransaction, caseId: string, events: readonly CaseEvent[]): Promise<void> {
  for (const fileId of new Set(events.flatMap(photosOf))) {
    const _id = photoId(hash, fileId)
    if (await transaction.get('photoChecks', _id)) continue
    await transaction.set('photoChecks', { _id, townId, caseId, fileId, personId, state: 'waiting', traceId: null, tryAt: now, attempts: 0, waitsForOffice: false, at: now, decided: null })
  }
}

import type { StoreTransaction } from '../../../store/store'
import type { PhotoOwner } from '../../../types/documents/privacy'
import type { TownCall } from '../context'
import { photoId } from './photoId'

/** Writes down, with what they were sent with, that photos are to be checked: the clock begins the checks, so that none is forgotten when a function is killed. */
export async function checkLater({ hash, townId, personId, now }: TownCall, transaction: StoreTransaction, of: PhotoOwner, fileIds: readonly string[]): Promise<void> {
  for (const fileId of new Set(fileIds)) {
    const _id = photoId(hash, fileId)
    if (await transaction.get('photoChecks', _id)) continue
    await transaction.set('photoChecks', { _id, townId, of, fileId, personId, state: 'waiting', traceId: null, tryAt: now, attempts: 0, waitsForOffice: false, at: now, decided: null })
  }
}

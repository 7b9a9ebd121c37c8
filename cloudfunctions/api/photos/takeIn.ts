import type { StoreTransaction } from '../../../store/store'
import { photoId } from '../../../store/files'
import type { PhotoOwner } from '../../../types/documents/privacy'
import type { TownCall } from '../context'
import type { Received } from './receivePhotos'

/**
 * Writes down, with what they were sent with, that photos belong to it (the clock leaves them alone from now on) and are to be checked: the clock begins the
 * checks, so that none is forgotten when a function is killed. What only staff ever see is not checked.
 */
export async function takeIn({ hash, townId, personId, now }: TownCall, transaction: StoreTransaction, of: PhotoOwner, { contents }: Received, fileIds: readonly string[]): Promise<void> {
  for (const fileId of new Set(fileIds)) {
    const content = contents.get(fileId)
    if (content === undefined) throw new Error(`the photo ${fileId} was not received`)
    const _id = photoId(hash, fileId)
    if (await transaction.get('photoChecks', _id)) continue
    const check = 'assessmentId' in of ? ({ personId: null, state: 'unchecked', tryAt: null } as const) : ({ personId, state: 'waiting', tryAt: now } as const)
    await transaction.set('photoChecks', { _id, townId, of, fileId, content, traceId: null, attempts: 0, waitsForOffice: false, at: now, decided: null, ...check })
  }
}

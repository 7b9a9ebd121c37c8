import type { StoreTransaction } from '../../../store/store'
import { refuse, type Refusal } from '../../../types/api/refusal'
import type { PhotoOwner } from '../../../types/documents/privacy'
import type { TownCall } from '../context'
import type { Received } from './receivePhotos'

const isSame = (one: PhotoOwner, other: PhotoOwner): boolean => JSON.stringify(one) === JSON.stringify(other)

/**
 * 整改照片 must show what is there now: the same picture under another name, from before or from elsewhere in the town, shows nothing.
 * @param of what it is said to have mended; null: whatever it was sent with, it is of elsewhere
 */
export async function refuseShownBefore(call: TownCall, of: PhotoOwner | null, { photos, contents }: Received): Promise<Refusal | null> {
  if (photos.length === 0) return null
  const known = await call.store.find('photoChecks', { where: { townId: call.townId, content: { in: [...new Set(contents.values())] } }, limit: 100, fields: ['fileId', 'content', 'of'] })
  for (const [index, fileId] of photos.entries()) {
    // The copy itself is there where the same act is sent again.
    const others = known.filter((check) => check.content === contents.get(fileId) && check.fileId !== fileId)
    if (of && others.some((check) => isSame(check.of, of))) return refuse('PHOTO_SAME')
    if (others.length > 0) return refuse('PHOTO_USED', { number: index + 1 })
  }
  return null
}

/** The same in the act's own transaction, against others who show the same picture at the same moment. */
export async function takeAsEvidence(call: TownCall, transaction: StoreTransaction, { photos, contents }: Received): Promise<Refusal | null> {
  for (const [index, fileId] of photos.entries()) {
    const _id = call.hash(`${call.townId}|${contents.get(fileId)}`)
    const shown = await transaction.get('evidence', _id)
    if (shown && shown.fileId !== fileId) return refuse('PHOTO_USED', { number: index + 1 })
    if (!shown) await transaction.set('evidence', { _id, townId: call.townId, fileId })
  }
  return null
}

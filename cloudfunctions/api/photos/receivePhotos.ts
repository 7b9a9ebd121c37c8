import { UPLOADS_A_DAY } from '../../../domain/abuse/dailyLimits'
import type { PhotoFlaw } from '../../../domain/photo/flaw'
import { plainPhoto } from '../../../domain/photo/plainPhoto'
import { dayNumberOf } from '../../../domain/time/beijing'
import { refuse, type Refusal } from '../../../types/api/refusal'
import { atATime } from '../atATime'
import type { TownCall } from '../context'
import { ownUpload, uploadFolder, uploadsUntil } from '../uploads'
import { seenOn } from './seenOn'

/** Photos that came with an act, as copies that only functions write; and of each copy the hash of what is seen on it. */
export type Received = { readonly ok: true; readonly photos: readonly string[]; readonly contents: ReadonlyMap<string, string> }
export const NO_PHOTOS: Received = { ok: true, photos: [], contents: new Map() }

type Copy = { readonly fileId: string; readonly content: string }

/** Of ten megabytes each, and once more without what stood beside the picture, a function of 256 MB holds no more. */
const AT_A_TIME = 2
const FLAWS: Readonly<Record<PhotoFlaw | 'gone', string>> = {
  gone: '没有找到，可能放得太久已经清理，请重新选择或重新拍一张',
  unknown: '不是可用的照片（支持 JPG、PNG、WebP），请换一张',
  brokenOff: '不完整，像是存到一半断了，请重新拍一张',
  tooLarge: '太大（每张不超过 10 MB、5000 万像素），请换一张',
}

/**
 * 收照片: copies what the caller has uploaded to where only functions write, before it is judged, shown or counted; the owner of an upload may exchange it at
 * any time. `of` is the act's own id: the same upload with the same act is the same copy, however often it is sent. What no act has taken in the end (it was
 * refused, or the function was killed) is removed by the clock, as the uploads are (decision 0043).
 * @param before so many photos of the same request came before these
 */
export async function receivePhotos(call: TownCall, of: string, uploads: readonly string[], before = 0): Promise<Received | Refusal> {
  if (uploads.length === 0) return NO_PHOTOS
  const foreign = uploads.findIndex((upload) => !ownUpload(call, 'photo', upload))
  if (foreign >= 0) return unfit(before + foreign, 'gone')
  const unique = [...new Set(uploads)]
  const refused = await countLooks(call, unique.length)
  if (refused) return refused
  const copies = new Map<string, Copy | keyof typeof FLAWS>()
  let isUnfit = false
  await atATime(AT_A_TIME, unique, async (upload) => {
    if (isUnfit) return
    const copy = await copied(call, of, upload)
    isUnfit ||= typeof copy === 'string'
    copies.set(upload, copy)
  })
  const received: Copy[] = []
  for (const [index, upload] of uploads.entries()) {
    const copy = copies.get(upload)
    if (typeof copy === 'string') return unfit(before + index, copy)
    if (copy) received.push(copy)
  }
  return { ok: true, photos: received.map(({ fileId }) => fileId), contents: new Map(received.map(({ fileId, content }) => [fileId, content])) }
}

const unfit = (index: number, flaw: keyof typeof FLAWS): Refusal => refuse('PHOTO_INVALID', { number: index + 1, flaw: FLAWS[flaw] })

/** Before anything is fetched: whatever becomes of the photos and of their act, to go through ten megabytes costs the same. */
function countLooks(call: TownCall, more: number): Promise<Refusal | null> {
  const day = dayNumberOf(call.now)
  const folder = uploadFolder(call, day)
  return call.store.transaction(async (transaction) => {
    const own = await transaction.get('looseFiles', folder)
    const looks = (own?.looks ?? 0) + more
    if (looks > UPLOADS_A_DAY) return refuse('UPLOADS_USED', { max: UPLOADS_A_DAY })
    await transaction.set('looseFiles', { _id: folder, removeAt: uploadsUntil(day), uploads: 0, paths: [], ...own, looks })
    return null
  })
}

/** Fetched, gone through, written down for the clock, and written. */
async function copied({ store, files, hash, keyedHash, townId, now }: TownCall, of: string, upload: string): Promise<Copy | keyof typeof FLAWS> {
  const bytes = await files.fetch(upload)
  if (!bytes) return 'gone'
  const plain = plainPhoto(bytes)
  if (!plain.ok) return plain.flaw
  const content = await seenOn(plain)
  if (content === null) return 'unknown'
  const path = `evidence/${townId}/${keyedHash(`${of}|${upload}|${content}`).slice(0, 32)}.${plain.type}`
  await store.set('looseFiles', { _id: `c${hash(path).slice(0, 24)}`, removeAt: uploadsUntil(dayNumberOf(now) + 1), uploads: 0, paths: [path] })
  return { fileId: await files.write(path, plain.bytes), content }
}

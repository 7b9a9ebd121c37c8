import { nextTryAt, PHOTO_TRIES_MAX } from '../../../domain/privacy/photoCheck'
import type { PhotoCheckDocument } from '../../../types/documents/privacy'
import { eachDue } from '../eachDue'
import type { Job, Services } from '../job'

/** 照片内容检查: begins those that are due, again where no verdict came, and gives the rest to the office. The verdict itself is pushed to `api`. */
export const checkPhotos: Job = (services) => {
  const { store, now } = services
  const due = (limit: number) => store.find('photoChecks', { where: { tryAt: { lte: now } }, orderBy: [['tryAt', 'asc']], limit })
  return eachDue(services, due, async (check) => {
    const person = check.personId === null ? null : await store.get('people', check.personId)
    if (!person || check.attempts >= PHOTO_TRIES_MAX) return settle(services, check, { state: 'unchecked', tryAt: null, personId: null, waitsForOffice: true })
    const traceId = await begin(services, person.openid, check.fileId)
    // Where it could not be begun again, the verdict of the earlier check may still come.
    await settle(services, check, { attempts: check.attempts + 1, tryAt: nextTryAt(now, traceId !== null), ...(traceId !== null && { traceId }) })
  })
}

async function begin({ checkPhoto }: Services, openid: string, fileId: string): Promise<string | null> {
  try {
    return await checkPhoto(openid, fileId)
  } catch (error) {
    // It is tried again, and in the end somebody of the office looks. Who sent it is nobody's business, so only the code is told.
    const { errCode, message } = error as { errCode?: number; message?: string }
    console.error('a photo could not be given to be checked:', errCode ?? message)
    return null
  }
}

/** A verdict, or the office's word, may have come meanwhile: it stands. */
const settle = ({ store }: Services, { _id, attempts }: PhotoCheckDocument, change: Partial<PhotoCheckDocument>): Promise<void> =>
  store.transaction(async (transaction) => {
    const check = await transaction.get('photoChecks', _id)
    if (check?.state === 'waiting' && check.attempts === attempts) await transaction.set('photoChecks', { ...check, ...change })
  })

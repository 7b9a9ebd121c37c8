import { UPLOADS_A_DAY, UPLOADS_AT_ONCE } from '../../../../domain/abuse/dailyLimits'
import { dayNumberOf } from '../../../../domain/time/beijing'
import { refuse } from '../../../../types/api/refusal'
import { reply, type Handler, type Outcome } from '../../context'
import { uploadFolder, uploadPath, uploadsUntil } from '../../photos/uploads'

/** Written down before anything is uploaded: the clock removes what stands here, and it cannot look into the storage. */
export const openUploads: Handler<'openUploads'> = (_, call) => {
  const day = dayNumberOf(call.now)
  const folder = uploadFolder(call, day)
  return call.store.transaction(async (transaction): Promise<Outcome<'openUploads'>> => {
    const before = await transaction.get('looseFiles', folder)
    const opened = before?.uploads ?? 0
    if (opened + UPLOADS_AT_ONCE > UPLOADS_A_DAY) return refuse('UPLOADS_USED', { max: UPLOADS_A_DAY })
    await transaction.set('looseFiles', { ...before, _id: folder, removeAt: uploadsUntil(day), uploads: opened + UPLOADS_AT_ONCE, paths: [] })
    return reply({ paths: Array.from({ length: UPLOADS_AT_ONCE }, (_each, index) => uploadPath(folder, opened + index + 1)), until: uploadsUntil(day) })
  })
}
